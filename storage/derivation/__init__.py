"""What can be computed again from the bodies: states, snapshots, changes, seats and tenures, and whether they agree."""
