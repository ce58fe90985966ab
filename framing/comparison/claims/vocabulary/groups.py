"""Near-synonyms of the news: words that reports of one fact use for each other.

One group a line, lemmas, the first names the group (a long one goes on in a line with the same first
word); `_` joins the words of a phrase, which may have up to two words between them ("turn the offer
down"). A word may be in two groups ("strike" the attack and the walkout). General vocabulary of events
only; what a topic calls its referents (the two sides' names for one war, one wall, one group) is in
the `slots.csv` of the packs. A word belongs in a line if an editor could put it for the others in a
report and tell the same fact.
"""

ROWS = """\
meeting meet talk talks negotiation negotiate round summit dialogue consultation conversation
meeting conference parley
negotiator delegation envoy representative delegate mission emissary
transfer hand handover present submit send deliver delivery provide pass supply give receive
transfer obtain hand_over turn_over give_back
return repatriate repatriation bring_back send_back send_home come_home
exchange swap trade
agree agreement deal accord pact arrangement compromise treaty undertake undertaking pledge
agree come_terms
propose proposal offer suggest suggestion initiative put_forward put_table float
discuss discussion debate
begin start launch open resume resumption commence kick_off get_underway set_off break_out
begin effect take_effect come_force enter_force outset onset
end conclude conclusion finish complete completion expire expiry wind_up wrap_up come_end
halt stop cease suspend suspension pause freeze interrupt interruption call_off standstill
shut shutdown close closure
last duration continue drag_on go_on
wait await expect expectation look_forward
prepare preparation develop draft formulate plan draw_up work_out
ready readiness willing willingness
demand insist insistence require requirement ultimatum condition call_for ask want seek request
reject rejection refuse refusal decline rebuff turn_down vote_down dismiss spurn
object objection oppose opposition
threaten threat warn warning caution
accuse accusation blame allege allegation
deny denial
confirm confirmation verify verification
attack strike raid assault bomb bombing bombard bombardment shell shelling airstrike offensive hit fire
kill killing die death dead deceased slay fatality murder homicide perish
kill lose_life lose_live claim_life claim_live
kill fatal deadly
body corpse remains
wound wounded injure injured injury hurt
casualty loss toll victim
seize seizure capture occupy occupation take_over overrun
prisoner captive detainee pow inmate
hostage abductee kidnap abduct abduction
arrest detain detention custody apprehend hold_custody
release free liberate set_free let_go freedom liberty
ceasefire truce armistice
soldier troop serviceman servicewoman fighter military army force
weapon arm armament munition gun
missile rocket
drone uav
withdraw withdrawal pullout retreat pull_out pull_back
advance progress headway
document paper memorandum memo text
list roll register
child minor kid boy girl youngster
young youth
leader leadership president head_state premier prime_minister head_government
visit trip travel journey tour
arrive arrival fly_in
attend participate participation attendance join take_part
elect election vote ballot poll
win victory defeat beat triumph come_top
lose loser concede concession admit_defeat
rival opponent challenger contender
incumbent outgoing
inauguration inaugurate swear_in take_office assume_office
turnout go_polls cast_ballot
congratulate congratulation well-wish
resign resignation quit step_down stand_down
appoint appointment nominate nomination name_post
charge indict indictment prosecute prosecution
court trial judge tribunal bench
sentence jail imprison imprisonment prison behind_bar
convict conviction guilty
acquit acquittal exonerate innocent innocence
bribe bribery corruption corrupt graft kickback
fraud embezzle embezzlement swindle
appeal contest challenge go_court
confess confession admit admission own_up
lawyer attorney counsel solicitor barrister advocate defence_team
prosecutor prosecution
probation suspended_sentence parole
witness testify testimony
investigate investigation probe inquiry enquiry look_into commission
protest protester demonstration demonstrator rally march
clash fighting fight battle
police policeman policewoman cop officer
company firm corporation business group operator enterprise
increase rise grow growth climb jump surge go_up raise hike soar
decrease fall drop cut reduce reduction go_down slump tumble slide lose_value plunge decline
money fund funding finance financing
fire blaze wildfire
flood flooding inundate submerge deluge
storm hurricane cyclone typhoon tornado gale
rain rainfall precipitation downpour
dam barrage reservoir embankment levee
earthquake quake tremor
crash collide collision wreck derail
collapse break_down fall_apart give_way burst break cave_in fail failure founder fruitless
collapse without_result
explode explosion blast detonate detonation blow_up go_off
destroy destruction demolish ruin raze
damage damaged
rescue rescuer save bring_safety pull_out
evacuate evacuation leave_home flee bring_safety displace
missing unaccounted disappear unknown search
shelter accommodation tent camp temporary
migrant refugee immigrant asylum
border frontier boundary
law legislation bill statute
ban prohibit prohibition forbid outlaw
approve approval authorize authorization green_light adopt adoption pass
support back endorse endorsement
sign signing signature put_name initial
study examine examination review consider consideration
show reveal revelation disclose disclosure
announce announcement declare declaration statement
publish publication
promise pledge vow commit commitment
hope hopeful
fear worry concern alarm
aim goal objective purpose
result outcome
reason cause because motive ground
change alter alteration amend amendment revise revision renegotiate
same unchanged
large big huge massive major large-scale
small little
serious severe grave
ill sick
help aid assist assistance relief humanitarian
violate violation breach infringe infringement irregularity
deploy deployment station
monitor observer monitoring oversee supervise watchdog inspector inspect inspection
mediate mediator mediation go-between broker intermediary
peace peaceful
nuclear atomic
secret covert clandestine
leak disseminate
sanction embargo
respond response reply answer reaction react
retaliate retaliation countermeasure reprisal in_kind
complaint complain lodge_complaint file_suit
dispute row conflict quarrel standoff
invade invasion incursion
hospital clinic
house home dwelling household
apartment flat
car vehicle automobile
truck lorry
train railway rail locomotive
plane aircraft airplane jet airliner
helicopter chopper
ship vessel boat ferry freighter
harbour harbor port dock
sink sinking capsize
cargo freight shipment
worker employee staff workforce
docker stevedore longshoreman
union unionist
strike walkout stoppage picket walk_out walk_job down_tool industrial_action lay_tool
wage salary pay pay_packet earning
student pupil
school educational college classroom
gym gymnasium sport_hall
teacher lecturer
doctor physician medic
nurse carer
firefighter fireman
engineer technician expert specialist
resident inhabitant local citizen
suspect suspected
gunman shooter attacker assailant
shoot shooting gunfire open_fire
stab stabbing knife
virus infection infect
outbreak epidemic pandemic
vaccine vaccination vaccinate jab
patient hospitalize
tariff levy duty customs
subsidy state_aid subsidize subsidise government_support
budget spending expenditure
debt loan borrow borrowing
inflation price_rise cost_living
price cost expensive dear
share stock
manufacturer maker producer factory plant mill
steel steelworker steelmaker
dismissal layoff redundancy sack lay_off
profit earnings turnover revenue
bankrupt bankruptcy insolvency insolvent
merger merge takeover
scientist researcher
find discover discovery
build construct construction contractor
buy purchase acquire acquisition
sell sale
lawsuit sue suit
pardon amnesty clemency
verdict ruling judgment judgement
mayor governor
minister secretary cabinet
parliament congress assembly legislature lawmaker deputy mp
spokesman spokeswoman spokesperson press_secretary
government administration authority
city town municipality
village settlement hamlet
road highway motorway route
bridge crossing
energy electricity power blackout outage
gas fuel
oil petroleum crude
pipeline pipe
football soccer
championship title trophy cup
player footballer striker
coach trainer
fan spectator supporter
church cathedral parish
priest cleric bishop
gather crowd assemble turn_out
queue line wait_line
delay postpone postponement put_off late
cancel cancellation scrap axe
replace replacement substitute
defend defence defense
unilateral one-sided unilaterally
bilateral mutual reciprocal both_side
satellite spacecraft orbit
oversight control
lack shortage absence short run_out scarce
crack fissure
ignore disregard neglect
error mistake fault
responsible responsibility culprit
apologise apologize apology
praise applaud laud hail welcome
criticise criticize criticism condemn condemnation denounce
extend extension prolong
contract tender
award grant
former ex ex-minister ex-president
founder tycoon businessman entrepreneur
"""
