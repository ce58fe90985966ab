"""Words of the news that may stand for each other in some reports: less sure than `groups`, whose
format they have and whose lines they go on with. "Curb" and "limit" tell of one ruling, "dinghy" and
"boat" of one wreck; elsewhere they may not. Read for the likeness that was learnt, not by its rules.
"""

ROWS = """\
abandon drop give_up shelve ditch
accept acceptance
airport runway
alliance coalition bloc
allow permit let enable authorise clear
ally partner
ambassador envoy
annual yearly year-on-year
annul overturn strike_down quash void invalidate revoke rescind repeal reverse reversal
athlete sportsman
attack barrage pound pummel
attempt try effort bid
avert avoid
baby infant newborn toddler
bail parole
bill measure
blackout outage power_cut cut-off without_electricity without_power without_light no_light shutdown
blame hold_responsible
block thwart obstruct bar prevent frustrate
boss executive chief owner management employer
building block
bus coach
candidate nominee
capsize overturn keel_over
central_bank policymaker rate-setter
charity ngo campaigner activist aid_group right_group
child baby
citizenship nationality citizen
civilian non-combatant
claim assert contend argue
cleric imam
climate global_warm
coast shore beach seaside coastline
collapse level flatten
compensation compensate
complain gripe
constitutional constitution unconstitutional
contractor builder developer
controversial contentious dispute
crew squad
criticise slam blast decry lambast lambaste rebuke deplore scath deride
crop harvest cereal
cross crossing arrive arrival reach land
crossroads junction
crowded overwhelm full
curfew lockdown
customer consumer client
dawn daybreak morning before_dawn
deadline expire run_out
deadlock impasse stalemate gridlock stall make_progress bog_down without_progress no_avail
deadlock end_progress neither_budge
deal pact
decree order executive_order
defendant accuse
deny reject
deport deportation expel expulsion remove removal send_back return
describe brand label dub call
destroy level flatten
detain hold
dismiss fire sack
displace uproot homeless
dispute stand-off wrangle
dissent disagree
donate donation donor
double twofold twice
driver motorist
earthquake aftershock jolt
ease relax loosen
economist analyst
elderly pensioner
electorate voter
emission greenhouse carbon
employee civil_servant official
enclave strip
epicentre epicenter
evidence proof prove
exam examination
exceed surpass top above
expand widen broaden step_up escalate escalation intensify ramp_up
expect forecast predict prediction projection project anticipate foresee
failure fail
farm farmer farmland agricultural agriculture
father dad
film movie
fine penalty
fire flame
flight fly
forest woodland
freezing cold frost subzero below_zero
frontline front_line contact_line
furlough idle send_home
gdp economy economic
grid network substation
gust wind
hack hacker cyberattack
hearing session sitting
heating warmth heat
heatwave heat scorch swelter heat_wave
heckle boo jeer
hint signal
hire recruit recruitment
hold keep maintain leave_unchanged unchanged steady
hospital ward
hostage captive
housing accommodation
hunger hungry starve starvation famine malnutrition malnourish
improve improvement
increase gain add
inhabitant resident
injunction stay
insist stress emphasise emphasize underline
insufficient inadequate not_enough far_more drop_ocean fall_short too_little
insurance coverage cover
intercept interception shoot_down neutralise neutralize
jet warplane fighter
job post
joint jointly together common
judge justice
jury juror
landmark monument
landslide mudslide
lawsuit litigation litigate legal_action take_court class_action legal_challenge plaintiff go_law
legal legality lawful constitutional
letter write
lift elevator
limit curb restrict restriction constrain restrain rein_in cap clamp_down tighten
locate find
loophole trick
majority most
match game fixture
medical medicine
meet host receive
metro subway underground
militant insurgent gunman guerrilla
military arm_force
missile projectile
mobilise mobilize mobilization mobilisation call_up
mortgage home_loan
mother mum mom
mountain hill
mourn mourner condolence grieve flag_mast half-mast
murder manslaughter
nationwide universal countrywide whole_country
nearly almost
negligence neglect negligent shoddy careless
neighbour neighbor
oppose against
oust topple overthrow depose
overnight night
overseas abroad foreign
painting artwork
passenger traveller traveler commuter
pavement sidewalk
pension retirement
permanent for_good
police guard patrol gendarme
pollution pollute contaminate contamination
postpone defer
poverty poor
premier chancellor
proceed carry_on press_ahead go_ahead push_forward move_ahead forge_ahead go_forward press_on
promise guarantee assure assurance
prosecute press_charge
protest strike
quarantine isolate isolation
reactor power_station nuclear_plant
recession contraction shrink
record high all-time
recover recovery
reduce slash trim scale_back
reinforcement reinforce
relative family kin
repair restore restoration reconnect fix mend
retaliate payback revenge
river stream
robbery rob theft steal burglary
rubble debris wreckage ruin masonry
sanction measure penalty
schedule date set
scheme plan programme program project policy
search dig
seat mandate
senator congressman congresswoman legislator lawmaker
shake rattle jolt rock
ship dinghy inflatable craft raft trawler
shop store supermarket retailer
siege blockade besiege encircle encirclement
silent silence comment
sinking drown drowning
smuggler smuggle traffic trafficker trafficking
speak speech address
split divide
spy espionage
stadium arena
stay remain
strengthen gain appreciate firm
successor succeed
supporter backer
survey opinion_poll
survivor alive
suspend halt
target aim goal
temporary interim provisional stopgap short-term
thank gratitude grateful
threaten vow
tight narrow slim
toll figure
tour visit
toxic poisonous poison
trap bury stick
treat treatment
trial pilot experiment
triumph win victory
unanimous unanimously
unemployment jobless
university campus
unlawful unlawfully illegal illegally illicit undocumented
verdict rule hold
visit inspect
volunteer helper
vow warn
warming climate_change
waste rubbish garbage trash
weaken depreciate depreciation
welcome greet
woman female
worsen deteriorate
"""
