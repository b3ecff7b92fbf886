"""The vocabulary of titles: how the words end by which officials and contacts are called."""

from __future__ import annotations

from scraper.swedish.vocabulary import endings, words

TITLE_ENDINGS = endings(
    """
    chef chefen direktör direktören sekreterare samordnare koordinator strateg handläggare utredare rådgivare
    ledare ansvarig utvecklare rektor kyrkoherde komminister prost assistent administratör jurist controller
    ekonom analytiker kommunikatör pressansvarig konsult konsulent specialist expert planerare ingenjör
    tjänsteman tjänsteperson registrator inspektör lektor professor forskare arkitekt läkare överläkare
    sjuksköterska producent pedagog intendent antikvarie bibliotekarie landshövding länsråd länsrådet
    departementsråd departementsrådet manager director officer coordinator adviser advisor kontaktperson
    ombudsman redaktör projektledare stabschef lärare kanslist docent doktor biskop överste generalmajor
    doktorand domare advokat åklagare polismästare adjunkt tjänstemannarepresentant kommunpolis områdespolis kommissarie
    präst diakon kurator psykolog ekolog föreståndare förvaltare prefekt dekan tekniker informatör mästare
    chancellor governor director-general ceo secretary rådman sakkunnig tjänstemannakontakt tjänstepersonskontakt
    """
)
"""Casefolded; a title is one word that ends so, or several of which one does."""

SHORT_TITLES = words("mas mar sas vd")
"""Titles that are written in capitals: "MAS" is the nurse who answers for a municipality's care."""
