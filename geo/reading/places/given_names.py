"""Given names, by which a word is known for a person's. Data only."""

from __future__ import annotations

from geo.reading.words import words

GIVEN_NAMES = words(
    """
    aaron abel abigail ada adam adrian agnes aidan alan albert alex alexander alexandra alfred ali alice
    allen alma alvin amanda amelia amir amy ana andrea andrew andy angela angelo ann anna anne annie anthony
    antonio april arnold arthur ashley audrey aubrey austin ava barbara barry beatrice bella ben benjamin
    bernard bernie beryl beth betty beverly bill billy blake bob bobby bonnie brad bradley brandon brenda
    brent brian brittany brooke bruce bryan caleb calvin camilla cameron carl carla carlos carmen carol
    caroline carrie carter catherine cecil cecilia chad charles charlie charlotte chelsea cheryl chester
    chloe chris christian christina christine christopher claire clara clarence clark claude clay clayton
    clifford clinton clyde cody colin connor craig crystal curtis cynthia daisy dale dalton damian dan dana
    daniel danny darren dave david dawn dean deborah delia dennis derek diana diane diego dolores dominic
    don donald donna dora doris dorothy doug douglas duncan dustin dylan earl eddie edgar edith edmund
    eduardo edward edwin eileen elaine eleanor elena eli elias elijah elizabeth ella ellen elliott elmer
    elsa emily emma eric erica erik erin ernest esther ethan eugene eva evan eve evelyn felix fernando fiona
    florence floyd frances francis francisco frank franklin fred frederick gabriel gary gavin gene george
    gerald gilbert gina gladys glen glenn gloria gordon grace graham grant greg gregory guy hannah harold
    harriet harris harry harvey hazel heather hector helen henry herbert herman holly homer howard hugh hugo
    ian ibrahim ida ingrid irene iris isaac isabel isabella ivan ivy jack jackie jackson jacob jade jake
    james jamie jan jane janet jared jasmine jason jasper jay jean jeff jeffrey jennifer jeremy jerome jerry
    jesse jessica jill jim jimmy joan joanna joe joel john johnny jon jonathan jordan jorge jose joseph
    josephine joshua joyce juan juanita judith judy julia julian juliana julie juliet june justin karen karl
    kate katherine kathleen kay keith kelly kelvin ken kenneth kent kerry kevin kim kimberly kirk kurt kyle
    lance larry laura lauren laurence laverne lawrence leah lee lena leo leon leonard leroy leslie lester
    lewis liam lila lillian lily linda lisa lloyd lola lorenzo lorraine louis louise lucas lucia lucille
    lucy luis luke lydia lynn madeline maggie marc marcus margaret maria marian marie marilyn mario marion
    marjorie mark marlene marshall martha martin marvin mary mason matilda matt matthew maurice max maxwell
    maya megan melissa melvin michael michelle miguel mike mildred miles milton miranda mitchell mohamed
    molly monica morgan morris muhammad myra nancy naomi natalie natasha nathan neil nell nelson nicholas
    nick nicole nina noah noel nora norma norman oliver olivia omar oscar otis otto owen pablo paige pamela
    patricia patrick paul paula pauline pearl pedro penelope percy perry peter phil philip phillip phoebe
    phyllis priscilla rachel ralph ramon randall randy raul ray raymond rebecca regina reginald rex ricardo
    richard rick ricky rita robert roberta roberto robin rodney roger roland ron ronald rosa rosalie rose
    rosemary ross roy ruben ruby rudy russell ruth ryan sabrina sally sam samantha samuel sandra sandy sara
    sarah saul scott sean sebastian selma sergei seth shane shannon sharon shaun sheila shelby shelley
    shirley sidney simon sofia sonia sophia sophie spencer stacy stanley stella stephanie stephen steve
    steven stewart stuart sue susan susie sydney sylvia tamara tammy tanya tara taylor ted terence teresa
    terry theodore theresa thomas tiffany tim timothy tina todd tom tommy tony tracy trevor troy tyler
    ursula valerie vanessa vera vernon veronica vicky victor victoria vincent viola violet virginia vivian
    vladimir wade wallace walter wanda warren wayne wendy wesley whitney wilbur will willard william willie
    winston xavier yolanda yulia yvonne zachary zoe
    """
)
"""Given names of the English-speaking world: alone, these are people unless something says place."""
NATIONAL_GIVEN_NAMES = words("jordan chad georgia paris sydney austin florence charlotte victoria virginia")
"""Given names that are better known as places."""
