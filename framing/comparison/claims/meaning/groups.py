"""Near-synonyms of the news: words that reports of one fact use for each other.

One group a line, lemmas, the first names the group; a word belongs to the first line that has it.
General vocabulary of events only; what a topic calls its referents (the two sides' names for one
war, one wall, one group) is in the `slots.csv` of the packs. A word belongs in a line if an editor
could put it for the others in a report and tell the same fact.
"""

ROWS = """\
meeting meet talk talks negotiation negotiate round summit dialogue consultation conversation conference
negotiator delegation envoy representative delegate mission
transfer hand handover present submit send deliver delivery provide pass supply give receive obtain
return repatriate repatriation
exchange swap trade
agree agreement deal accord pact arrangement compromise
propose proposal offer suggest suggestion initiative
discuss discussion debate
begin start launch open resume resumption commence
end conclude conclusion finish complete completion
halt stop cease suspend suspension pause freeze
shut shutdown close closure
last duration continue
wait await expect expectation
prepare preparation develop draft formulate plan
ready readiness willing willingness
demand insist insistence require requirement ultimatum condition
reject rejection refuse refusal decline rebuff
object objection oppose opposition
threaten threat warn warning
accuse accusation blame allege allegation
deny denial
confirm confirmation verify verification
attack strike raid assault bomb bombing bombard bombardment shell shelling airstrike offensive
kill killing die death dead deceased slay fatality murder homicide
body corpse remains
wound wounded injure injured injury hurt
casualty loss toll victim
seize seizure capture occupy occupation
prisoner captive detainee pow inmate
hostage abductee kidnap abduct abduction
arrest detain detention custody
release free liberate
ceasefire truce armistice
soldier troop serviceman servicewoman fighter military army force
weapon arm armament munition
missile rocket
drone uav
withdraw withdrawal pullout retreat
advance progress
document paper memorandum memo text
list roll register
child minor kid boy girl youngster
young youth
leader leadership president
visit trip travel journey tour
arrive arrival
attend participate participation attendance join
elect election vote ballot poll
win victory defeat
resign resignation quit
appoint appointment nominate nomination
charge indict indictment prosecute prosecution
court trial judge tribunal
sentence jail imprison imprisonment prison
convict conviction guilty
investigate investigation probe inquiry
protest protester demonstration demonstrator rally march
clash fighting fight battle
police policeman policewoman cop
company firm corporation business
increase rise grow growth climb jump surge
decrease fall drop cut reduce reduction
money fund funding finance financing
fire blaze wildfire
flood flooding
storm hurricane cyclone typhoon
earthquake quake tremor
crash collide collision wreck
explode explosion blast
destroy destruction demolish ruin
damage damaged
rescue rescuer save
evacuate evacuation
migrant refugee immigrant asylum
law legislation bill
ban prohibit prohibition forbid
approve approval authorize authorization
support back endorse endorsement
sign signing signature
study examine examination review consider consideration
show reveal revelation disclose disclosure
announce announcement declare declaration statement
publish publication
hope hopeful
fear worry concern
aim goal objective purpose
result outcome
change alter alteration amend amendment
same unchanged
large big huge massive major large-scale
small little
serious severe grave
ill sick
help aid assist assistance
violate violation breach
deploy deployment
peace peaceful
nuclear atomic
secret covert clandestine
leak disseminate
sanction embargo
invade invasion incursion
hospital clinic
house home dwelling
car vehicle automobile
plane aircraft airplane jet
ship vessel boat ferry
sink sinking capsize
worker employee staff
student pupil
teacher lecturer
doctor physician medic
firefighter fireman
resident inhabitant local
suspect suspected
gunman shooter attacker assailant
shoot shooting gunfire
virus infection infect
vaccine vaccination vaccinate
patient hospitalize
strike walkout stoppage
wage salary pay
tariff levy duty
budget spending expenditure
debt loan
scientist researcher
find discover discovery
build construct construction
buy purchase acquire acquisition
sell sale
lawsuit sue suit
pardon amnesty clemency
verdict ruling
mayor governor
"""
