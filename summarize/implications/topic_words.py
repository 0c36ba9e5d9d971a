"""Words by which an opening is seen to be about fiction or sport, which borrow news words."""

from __future__ import annotations

FICTION = frozenset(
    """film films movie movies novel drama sitcom soap album song songs actor actress playwright
    thriller comedy screenplay musical sequel videogame gamers box-office documentary singer
    band director novelist docu-drama docudrama""".split()
)
SPORT = frozenset(
    """striker midfielder defender goalkeeper fly-half scrum-half lock-forward winger coach manager
    innings wicket wickets batsman bowler semi-final quarter-final semifinal quarterfinal
    semi-finals
    quarter-finals tournament championship championships league grand-slam touchdown quarterback
    match matches cup medal medallist olympic olympics race lap sprinter athlete athletes marathon
    season fixture referee penalty try tries rugby cricket tennis football soccer golf hockey
    basketball baseball squad club half-time set-point seed seeded unseeded goals scored fans
    grand prix driver cycling stadium team teams players player title champion champions""".split()
)
#: Words that an article on sport may have alone and others may have too.
SPORT_HINTS = frozenset(
    """goal side uncapped prop tour runner swimmer metres athletics steroid doping captain injury
    injured knee hamstring medals sprint runners skier boxer boxing
    golfer sportswoman sportsman""".split()
)
