namespace Cairn.App.Access.Proofs;

/// <summary>Words that many put into passwords, typed for Cairn: in English and Spanish, of schools, teams, names, games and beasts.</summary>
internal static class UsualWordsTyped
{
    public static IReadOnlyList<string> All { get; } =
        """
        password passwort passwd pass passcode passphrase contrasena clave secret secreto letmein login logon signin access acceso admin administrator root user guest default
        test testing temp temporary change changeme changeit welcome bienvenido hello hola goodbye please porfavor thanks gracias open sesame entrance enter entry school escuela
        colegio class classroom clase teacher maestro maestra teach student students estudiante alumno pupil learner learning learn education educate district distrito principal
        director directora counselor office library gym campus homework lesson reading writing math mathematics maths science history geography english spanish french german
        music art grade grades grading graduate graduation college university academy kindergarten elementary primary secondary middle high highschool year semester term monday
        tuesday wednesday thursday friday saturday sunday lunes martes miercoles jueves viernes sabado domingo january february march april may june july august september october
        november december enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre spring summer autumn fall winter primavera verano otono
        invierno eagle eagles tiger tigers lion lions bear bears wolf wolves panther panthers bulldog bulldogs wildcat wildcats cougar cougars hawk hawks falcon falcons mustang
        mustangs trojan trojans spartan spartans warrior warriors knight knights pirate pirates viking vikings raider raiders ranger rangers rocket rockets dragon dragons shark
        sharks dolphin dolphins raven ravens cardinal cardinals giants patriots cowboys steelers packers yankees lakers football soccer futbol baseball basketball hockey tennis
        golf volleyball softball wrestling swimming running track dance cheer coach team player champion winner goal game games gamer gaming minecraft fortnite roblox pokemon
        pikachu nintendo playstation xbox zelda mario sonic love loveyou iloveyou teamo amor amore darling honey sweetheart sweetie baby babygirl princess princesa prince queen
        king angel angels heaven jesus christ jesuschrist god lord bless blessed faith hope peace happy happiness smile sunshine sunflower flower flowers rose lily daisy
        butterfly star stars moon rainbow unicorn magic fairy heart hearts friend friends friendship forever family familia mother mom mommy mama father dad daddy papa sister
        brother grandma grandpa abuela abuelo dog dogs doggy puppy cat cats kitty kitten horse pony rabbit bunny hamster fish bird monkey elephant giraffe penguin panda turtle
        snake chicken cow pig duck frog bee buddy max bella charlie lucy rocky molly coco luna milo oscar ginger shadow pepper cookie oreo snoopy garfield simba nemo michael
        jennifer jessica ashley amanda sarah daniel matthew joshua andrew david james john robert william joseph thomas christopher anthony mark steven kevin brian george edward
        jason justin brandon nicholas tyler jordan taylor austin dylan hunter logan mason ethan jacob noah liam oliver emma olivia sophia isabella ava mia emily abigail madison
        hannah samantha elizabeth victoria alexander alexandra alex anna maria jose juan carlos luis miguel jorge pedro antonio francisco alejandro fernando ricardo roberto
        daniela gabriela andrea sofia valentina camila lucia carmen rosa elena laura patricia linda barbara susan nancy karen lisa donna michelle melissa nicole heather amy
        rachel rebecca katherine stephanie mike dave bob bobby jim jimmy joe tom tommy chris tony steve nick matt josh dan danny sam ben jake jack harry henry charles peter paul
        simon adam aaron batman superman spiderman ironman avengers marvel starwars jedi yoda vader skywalker matrix hobbit frodo gandalf hogwarts harrypotter hermione potter
        disney mickey minnie donald goofy barbie elsa frozen thor hulk joker ninja samurai wizard computer laptop desktop keyboard mouse screen internet google yahoo gmail
        hotmail outlook facebook instagram twitter tiktok snapchat youtube whatsapp netflix amazon apple iphone samsung android windows microsoft linux ubuntu server network wifi
        router system database oracle cisco dell chocolate candy sugar coffee pizza pasta cheese burger banana orange strawberry cherry lemon peach mango pineapple watermelon
        pumpkin butter peanut bacon taco burrito icecream red blue green yellow purple pink black white silver gold golden brown grey gray violet rojo azul verde amarillo morado
        rosado negro blanco money dollar rich bank lucky luck freedom liberty justice america american usa mexico mexican canada texas california florida newyork chicago boston
        london paris madrid barcelona europe africa china japan india earth world mundo country car truck bike motorcycle ferrari porsche mercedes corvette camaro honda toyota
        ford chevy jeep yamaha harley fishing hunting camping mountain river ocean beach island forest garden house home casa kitchen bedroom door window table chair book books
        libro pencil paper notebook backpack trustno whatever nothing something anything someone noname unknown blank none null undefined qwerty azerty qwertz asdf zxcv abcd abc
        xyz iloveu imissyou fuckyou fuck shit bitch asshole sexy hottie crazy stupid cool awesome great super power strong master boss chief killer shooter thunder lightning
        storm phoenix diamond crystal pearl cairn stone stones pebble trail summit record one two three four five six seven eight nine ten first second third uno dos tres cuatro
        cinco seis siete ocho nueve diez primero segundo remember forget forgot mine yours ours always never today tomorrow yesterday morning night tonight
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
}
