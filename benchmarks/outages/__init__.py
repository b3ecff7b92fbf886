"""What is around us fails, round after round: disks, clocks, databases, names, mail servers.

    a round: something fails, at once or in the midst, while a process of ours works -> what it says is one line
        -> it is mended, and hours pass -> the next due check carries on -> verify -> who got which mail

kills ends our own processes; here they live, and nothing of what they need does.
"""
