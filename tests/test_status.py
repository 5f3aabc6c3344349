"""How real a sentence says that its verb or noun of action is."""

from functools import cache

import pytest

from geo.reading.parse import load_pipeline
from geo.reading.sentences.nominal_status import noun_status
from geo.reading.sentences.status import verb_status


@cache
def pipeline():
    return load_pipeline()


def status_of(text):
    """The status of the word between asterisks."""
    before, word, _ = text.split("*")
    doc = pipeline()(text.replace("*", ""))
    token = next(token for token in doc if token.idx == len(before))
    assert token.text == word
    told = noun_status(token) if token.pos_ == "NOUN" else verb_status(token)
    return told.value if told is not None else None


VERBS = [
    # tense and aspect
    ("The minister *flew* to Oman.", "happened"),
    ("The minister did *fly* to Oman.", "happened"),
    ("The minister had *flown* to Oman.", "happened"),
    ("The minister was *flying* to Oman when it rained.", "happened"),
    ("The minister had been *flying* to Oman.", "happened"),
    ("The minister *flies* to Oman as prices fall.", "happened"),
    ("The minister is *flying* to Oman.", "under way"),
    ("The minister has been *visiting* Oman.", "under way"),
    ("The refugees are being *flown* to Oman.", "under way"),
    ("The refugees are *returning* to Oman.", "under way"),
    ("The tour *runs* through Wednesday.", "under way"),
    ("The minister *runs* through the wood.", "happened"),
    # implied by what governs it
    ("The minister managed to *reach* Oman.", "happened"),
    ("The minister was forced to *leave* Oman.", "happened"),
    ("The minister was allowed to *leave* Oman.", "happened"),
    ("The minister was able to *leave* Oman.", "happened"),
    ("The minister is said to have *left* Oman.", "happened"),
    ("The minister became the first woman to *visit* Oman.", "happened"),
    ("The minister used a false passport to *enter* Oman.", "happened"),
    ("The minister admitted *driving* to Oman.", "happened"),
    ("It emerged that the minister had *flown* to Oman.", "happened"),
    ("The fleet, which would later *sail* to Oman, numbered ten.", "happened"),
    ("The minister did not *leave* Oman until Friday.", "happened"),
    ("The minister is understood to be *travelling* to Oman.", "under way"),
    # still to come
    ("The minister will be the first woman to *visit* Oman.", "planned"),
    ("Next week the minister is *visiting* Oman.", "planned"),
    ("The minister *leaves* for Oman tomorrow.", "planned"),
    ("A court ordered that the minister be *deported* to Oman.", "planned"),
    ("A decision to *send* the minister to Oman was taken on Monday.", "planned"),
    ("The minister was given until Friday to *leave* Oman.", "planned"),
    ("The minister cannot wait to *visit* Oman.", "planned"),
    ("The minister should *reach* Oman tonight.", "planned"),
    ("The minister will *fly* to Oman.", "planned"),
    ("The minister is to *visit* Oman.", "planned"),
    ("The minister was due to *fly* to Oman.", "planned"),
    ("The minister is *moving* to Oman.", "planned"),
    ("The minister was about to *leave* Oman.", "planned"),
    ("The minister agreed to *fly* to Oman.", "planned"),
    ("The minister had planned to *fly* to Oman.", "planned"),
    ("The minister postponed until May plans to *fly* to Oman.", "planned"),
    ("The minister accepted an invitation to *visit* Oman.", "planned"),
    ("It will be settled when the minister *returns* to Oman.", "planned"),
    ("The minister will stay until he is *recalled* to Oman.", "planned"),
    # only possible
    ("The minister may *fly* to Oman.", "possible"),
    ("The minister tried to *reach* Oman.", "possible"),
    ("The minister is thinking of *moving* to Oman.", "possible"),
    ("The minister is believed to have *fled* to Oman.", "possible"),
    ("If the minister *flies* to Oman, prices will fall.", "possible"),
    ("The minister would *fly* to Oman if it rained.", "possible"),
    ("It was unclear whether the minister had *left* Oman.", "possible"),
    ("There were rumours that the minister had *fled* to Oman.", "possible"),
    ("The minister faces being *deported* to Oman.", "possible"),
    ("The minister is well enough to *travel* to Oman.", "possible"),
    ("The minister was accused of *fleeing* to Oman.", "possible"),
    ("It is alleged that the minister *went* to Oman.", "possible"),
    ("Police believe the minister *fled* to Oman.", "possible"),
    ("The aide declined to confirm that the minister would *visit* Oman.", "possible"),
    ("There is no evidence that the minister *went* to Oman.", "possible"),
    ("Did the minister *fly* to Oman?", "possible"),
    ("The minister allegedly *flew* to Oman.", "possible"),
    ("The minister did not deny *flying* to Oman.", "possible"),
    # proposed
    ("The minister needs to *return* to Oman.", "proposed"),
    ("The king wants the minister *extradited* from Oman.", "proposed"),
    ("The minister was invited to *visit* Oman.", "proposed"),
    ("The minister wants to *move* to Oman.", "proposed"),
    ("The minister should *go* to Oman, they said.", "proposed"),
    ("They suggested that he *bring* the boat.", "proposed"),
    # not so
    ("The minister did not *fly* to Oman.", "denied"),
    ("The minister never *reached* Oman.", "denied"),
    ("The minister has yet to *reach* Oman.", "denied"),
    ("The minister refused to *fly* to Oman.", "denied"),
    ("The minister had been due to *fly* to Oman.", "denied"),
    ("The minister had hoped to *fly* to Oman, but fell ill.", "denied"),
    ("The minister was to have *flown* to Oman.", "denied"),
    ("The minister was unable to *travel* to Oman.", "denied"),
    ("The minister was too ill to *travel* to Oman.", "denied"),
    ("The minister was not allowed to *leave* Oman.", "denied"),
    ("The minister was prevented from *flying* to Oman.", "denied"),
    ("The minister scrapped plans to *visit* Oman.", "denied"),
    ("The minister turned down an invitation to *visit* Oman.", "denied"),
    ("Officials denied that the minister had *fled* to Oman.", "denied"),
    ("Officials denied reports that the minister had *fled* to Oman.", "denied"),
    ("The minister no longer plans to *fly* to Oman.", "denied"),
    ("The minister nearly *went* to Oman.", "denied"),
    ("The minister was stopped while trying to *enter* Oman.", "denied"),
    ("The minister tried to *enter* Oman but was turned back.", "possible"),
    ("The minister stayed rather than *go* to Oman.", "denied"),
    ("Neither minister *went* to Oman.", "denied"),
    ("The minister had no intention to *return* to Oman.", "denied"),
    ("The minister was supposed to *fly* to Oman but missed the plane.", "denied"),
    ("The minister's attempt to *reach* Oman failed.", "denied"),
    ("The minister decided against *travelling* to Oman.", "denied"),
    ("The minister left without *visiting* Lima.", "denied"),
    ("Instead of *flying* to Oman, the minister took the train.", "denied"),
    ("The minister should have *gone* to Oman.", "denied"),
    ("Had he *flown* to Oman, he would have been arrested.", "denied"),
    ("If he had *gone* to Oman, he would have met her.", "denied"),
    ("The minister falsely claimed he had *walked* to Oman.", "denied"),
    ("The minister pretended to have *walked* to Oman.", "denied"),
    # what only looks like it
    ("Why did the minister *fly* to Oman?", "happened"),
    ("The minister not only *visited* Oman.", "happened"),
    ("The minister stopped to *visit* Oman.", "happened"),
    # told of many times, or of none
    ("The minister often *visits* Oman.", None),
    ("The minister often *visited* Oman.", None),
    ("The minister *visits* Oman every year.", None),
    ("The minister used to *visit* Oman.", None),
    ("The minister would often *fly* to Oman.", None),
    ("The minister enjoys *travelling* to Oman.", None),
    ("The minister *visits* Oman twice a year.", None),
    ("Whenever he *visits* Oman, the minister eats there.", None),
]
NOUNS = [
    ("The minister spoke during a *visit* to Oman.", "happened"),
    ("The minister met them after a *visit* to Oman.", "happened"),
    ("The minister was on a *visit* to Oman.", "happened"),
    ("The minister is on a *visit* to Oman.", "under way"),
    ("The minister will make a *visit* to Oman.", "planned"),
    ("They met ahead of a *visit* to Oman.", "planned"),
    ("They awaited his planned *visit* to Oman.", "planned"),
    ("The minister is considering a *visit* to Oman.", "possible"),
    ("They spoke of his possible *visit* to Oman.", "possible"),
    ("The minister proposed a *visit* to Oman.", "proposed"),
    ("The minister put off a *visit* to Oman until May.", "planned"),
    ("They spoke at a *meeting* that runs through Wednesday.", "under way"),
    ("His *return* to Oman has been delayed until May.", "planned"),
    ("The minister asked for a *transfer* to Oman.", "proposed"),
    ("The minister fought *extradition* to Oman for years.", "possible"),
    ("In the event of a *return* to Oman, he would be jailed.", "possible"),
    ("There will be no *visit* to Oman.", "denied"),
    ("Rumours of a *visit* to Oman were false.", "denied"),
    ("The minister consented to his *extradition* to Oman.", "planned"),
    ("The minister dismissed talk of a *move* to Oman.", "denied"),
    ("The minister cancelled a *visit* to Oman.", "denied"),
    ("The minister cancelled a planned *visit* to Oman.", "denied"),
    ("The minister called off a *visit* to Oman.", "denied"),
    ("The *visit* to Oman was postponed.", "denied"),
]


@pytest.mark.parametrize(("text", "status"), [*VERBS, *NOUNS])
def test_status(text, status):
    assert status_of(text) == status
