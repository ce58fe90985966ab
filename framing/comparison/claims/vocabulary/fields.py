"""Fields of the news: words that reports of one kind of happening use, without being synonyms.

One field a line: its name, then lemmas (a long one goes on in a line with the same name). "Dig",
"rubble" and "rescuer" tell of a rescue; two passages of one field may tell the same thing in words
that share nothing else. A word may be in several fields.
"""

from collections import defaultdict
from functools import cache

ROWS = """\
court judge justice court bench trial tribunal rule ruling verdict judgment opinion dissent appeal
court case jury sue lawsuit lawyer attorney prosecutor plaintiff defendant injunction legal law
court hearing
crime police arrest suspect detain charge investigate inquiry probe prosecutor crime custody
crime officer guilty convict jail
victims dead death die kill body victim toll casualty life fatal lose injure wound hurt mother
victims woman child drown bury funeral
hospital hospital injure wound doctor nurse patient bed ward treat medical health sick ambulance
rescue rescue search rescuer survivor trap rubble debris alive dig helicopter firefighter team save
rescue boat diver volunteer pull
disaster earthquake quake tremor magnitude aftershock epicentre flood storm landslide collapse dam
disaster rain rubble shake depth richter
shelter tent camp shelter school gym sleep accommodation mattress home house homeless evacuate
shelter evacuee resident displace
hunger aid food hunger starve famine truck lorry convoy flour supply relief humanitarian delivery
hunger crossing blockade siege corridor medicine
war war army troop soldier offensive attack strike shell bombard fire missile drone front ground
war operation military division advance invade
airstrike missile drone airstrike bomb hit strike air defense intercept shoot rocket jet target
truce truce ceasefire peace talks negotiate deal agreement mediator round delegation mediate envoy
captives hostage prisoner captive swap exchange release free return captivity hold
talks talks meeting negotiation round table delegation negotiate mediator deadlock progress stall
talks discuss gap consultation
border border migrant refugee asylum crossing deport return visa boat smuggler entry illegal arrive
border beach coast dinghy removal
money budget money fund spend tax debt finance cost billion million pay subsidy
prices price inflation cost rate interest percent expensive bank
bank bank rate interest governor borrow loan mortgage cut hold committee
economy growth economy gdp forecast recession output export trade tariff
market share stock currency dollar index trade market gain fall slip bond
trade tariff duty import export trade levy custom retaliate
work strike worker union wage pay employee employer labour staff job walkout picket layoff
company company firm operator owner manager executive boss factory plant shareholder profit
election vote election ballot poll candidate turnout win lose result count seat voter party
election campaign
parliament parliament senate congress bill law lawmaker deputy vote pass amendment majority
parliament committee minister
government government minister cabinet president premier administration resign appoint office
statehouse shutdown fund budget agency federal congress senate
protest protest demonstrator rally march crowd police clash tear riot square
weather heat temperature degree celsius hot cold rain storm weather forecast drought record
weather freezing
climate climate emission warm carbon greenhouse target fossil gas coal heat
fires fire blaze wildfire burn firefighter flame smoke hectare
power electricity power grid blackout outage plant reactor nuclear energy heating utility supply
nuclear nuclear reactor uranium enrich inspector atomic warhead
school school pupil student teacher class classroom university education
traffic road highway bridge car truck bus driver crash motorway traffic
rail train railway derail passenger station track
air plane flight airport airline pilot passenger crash runway
sea ship vessel boat ferry port harbour sail sink capsize crew cargo dock coast anchor
sport match game team player coach goal win final season champion league fan stadium
church church pope priest bishop mass faithful cathedral pray
disease virus infection outbreak vaccine patient epidemic case health quarantine
tech data hack software internet online cyber computer app website
space satellite rocket launch orbit moon astronaut
sanctions sanction embargo asset freeze blacklist export ban
diplomacy ambassador embassy summon diplomat envoy foreign minister consul expel
visit visit arrive trip tour fly travel inspect
reaction condemn welcome criticise praise hail react call describe slam denounce
warning warn ignore crack defect inspection engineer safety alert
blame blame accuse responsible deny fault guilty
refusal refuse reject decline comment deny silent
rights right human charity refugee activist campaigner ngo
women woman child girl baby mother family minor boy
family family relative mother father son daughter husband wife couple parent kin
housing house home apartment flat roof building block floor tenant rent
building building collapse concrete contractor builder construction code wall rubble
memorial mourn flag funeral condolence bereave grief silence
emergency emergency state curfew evacuate alert declare
army soldier troop army reservist conscript division battalion
start begin start launch resume open effect force
end end stop halt finish cease close expire
increase rise increase climb grow high surge jump
decrease fall cut drop reduce low slow decline
plan plan schedule propose intend prepare due
permission allow permit let approve clear
prevention block ban bar stop prevent halt
faith doubt question challenge dispute
gratitude thank praise welcome
future will next soon month week late
citizenship citizenship birthright citizen passport nationality immigrant visa
"""


@cache
def fields_of(word: str) -> tuple[str, ...]:
    """The fields that a lemma belongs to, none for most words."""
    return _fields().get(word, ())


@cache
def _fields() -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for name, *words in map(str.split, ROWS.strip().split("\n")):
        for word in words:
            found[word][name] = None
    return {word: tuple(names) for word, names in found.items()}
