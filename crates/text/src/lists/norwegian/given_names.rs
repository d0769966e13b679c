//! Common given names with their gender, as far as one is certain, folded.

/// Given names of men.
pub const MEN: &str = "aksel albert alexander alf alfred ali anders andre andreas andrew andrzej angel anton antonio arild arman arne \
    arnfinn arnt arvid asbjørn asgeir aslak asle atle audun august axel barack bashar ben benjamin bent bernard \
    bernt bill birger bjarne bjørn bjørnar bob boris børge brede brian bård carl carlos charles chris christian \
    christoffer christopher cristiano dag dagfinn dan daniel david dmitrij dmitry donald edvard edvin egil einar \
    eirik eivind elias emil emmanuel endre erik erlend erling ernst espen even fabian felix filip finn francois \
    françois frank franz fred fredrik frode fritz fritjof geir georg george gerhard gjermund gordon gunnar gustav \
    gaute hallgeir hallvard halvard halvor hans harald harry helge hendrik henning henrik henry herman hermann håkon \
    håvard hugo ian idar igor inge ingvar isak ivan ivar jack jakob jacob james jan jarle jarl jean jens jeremy \
    jesper jim jimmy jo joachim joakim joe johan johannes john johnny jon jonas jonathan jose josé joseph juan \
    jørgen jørn kai karl karsten kasper kenneth kevin kjell kjetil klaus knut kolbjørn konrad kristian kristoffer \
    kurt kåre lars lasse laurent leif leo leonard lukas magnar magnus marco marcus mario marius mark markus martin \
    mats matteo max michael michel mikael mikal mikkel mohammad mohammed morten nicolas nicolai nikolai nils noah \
    odd oddbjørn oddvar ola olaf olai olav ole oliver omar oscar oskar ottar otto ove paul patrick pedro peder per \
    peter petter philip pierre pål ragnar raymond recep reidar rex richard robert roar rolf ronald ronny roy rune \
    runar rudolf sander sebastian sergei sergej sigbjørn sigmund sigurd silvio simen simon sindre sivert stein \
    steinar stephen steve steven stian stig stefan ståle svein sven sverre syver søren tarjei terje theodor thomas \
    thor thorbjørn thorleif thorvald tim tobias tom tommy tony tor torbjørn tord tore torfinn torgeir torkel torleif \
    tormod torstein torolf trond truls trygve tarald ulf ulrik vegard vegar viktor victor vidar vladimir volodymyr \
    walter werner wilhelm william willy yngve yngvar øistein ørjan øystein øyvind øivind åge ådne åsmund";

/// Given names of women.
pub const WOMEN: &str = "agnes agnete aina alexandra alice alma amalie amanda andrea ane angela anette anita anja ann anna annabel anne \
    annette annika anniken astri astrid audhild aud barbara beate benedicte bente berit birgit birgitte birthe bjørg \
    bodil britt brit camilla carina caroline cathrine cecilie charlotte christina christine dagny dagrun diana ditte \
    dorte dorthe edith elena eldbjørg eli elin eline elisabeth elise elizabeth ellen elsa else emilie emily emma \
    erna ester eva eveline fatima frida frøydis gerd gina gjertrud grete greta grethe gro gry gudrun gunhild gunn \
    guri hanna hannah hanne hedda hege heidi helen helena helene helga hilary hilde hildegunn hillary hjørdis ida \
    idun ine inga ingeborg inger ingjerd ingrid ingunn ingvild irene iren iselin jane janne jannicke jeanette jenny \
    jennifer johanna johanne jorunn jorid josefine julia julie jill kaja kamala karen kari karin karina karine \
    karita karoline kate katharina kathrine katrine katja kine kirsten kirsti kjersti kjellaug kristin kristina \
    kristine laila laura lea lena lene lilly linda line linn lisa lisbeth lise liv live lone louise magdalena \
    magnhild maiken maja malene mali malin margaret margaretha margit margrete margrethe maria mariann marianne \
    marie marit marita marta marte martha martine mary mathilde mette mia michelle mildrid mina miriam mona monica \
    monika mari nadia nancy nathalie nina nora olaug olga oda olivia patricia pernille petra ragna ragnhild randi \
    rannveig rebecca rebekka regine rigmor rita ruth sandra sanna sara sarah selma signe sigrid sigrun silje siri \
    siv sofia sofie solbjørg solfrid solveig sonja sophie stine sunniva susanne svetlana synne synnøve tanja terese \
    theresa therese thea tina tine tiril tone tonje torhild torill toril torunn tove trine trude turid unn unni \
    ursula vanessa veronica vera vibeke victoria vigdis vilde vivian wenche ylva yvonne åsa åse åshild åslaug";
