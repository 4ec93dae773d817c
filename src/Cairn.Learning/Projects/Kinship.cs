using System.Collections.Frozen;

namespace Cairn.Learning.Projects;

/// <summary>
/// Words that lead to other words: who writes "stall" will trade and set a price, and a framework says "trade". A small list of our own, of
/// what children propose, in English and Spanish. A word of either language leads to words of both.
/// </summary>
internal static class Kinship
{
    /// <summary>Words that children write, and words that frameworks write: English and Spanish of each.</summary>
    private static readonly (string English, string Spanish, string Means, string EnEspanol)[] Table =
    [
        ("stall market shop store bakery cafe restaurant lemonade sell sale buy customer business fundraiser price cost money coin budget", "puesto mercado tienda panaderia cafeteria limonada vender venta comprar cliente negocio precio costo costar cuesta dinero moneda presupuesto",
            "trade earn price pay cost", "comercio comerciar ganar precio pagar costo"),
        ("price cost money recipe budget ticket count total double half dozen percent ingredient sell bake # score amount many", "precio costo costar cuesta dinero receta presupuesto boleto contar total doble mitad docena porcentaje ingrediente vender hornear # cuanto cantidad",
            "amount number ratio scale share", "cantidad numero razon proporcion parte"),
        ("map country continent africa asia europe america city town neighborhood neighbourhood island travel journey trip route region world globe border street trail", "mapa pais continente africa asia europa america ciudad pueblo barrio isla viaje ruta region mundo frontera calle sendero",
            "map place land geography", "mapa lugar tierra geografia"),
        ("food dish africa asia country tradition traditional festival holiday language grandmother grandmothers family immigrant migration culture costume eat", "comida plato africa asia pais tradicion tradicional fiesta idioma lengua abuela familia inmigrante migracion cultura traje comer comen",
            "custom culture language", "costumbre cultura idioma"),
        ("card label sign poster brochure booklet guide manual leaflet caption article newspaper magazine website blog book report page instructions recipe cookbook", "tarjeta etiqueta letrero cartel folleto guia manual articulo periodico revista pagina libro informe instrucciones receta recetario",
            "writing explain fact word", "escribir explicar hecho palabra"),
        ("story tale comic novel film movie animation script diary legend myth character book", "historia cuento historieta comic novela pelicula animacion guion diario leyenda mito personaje libro",
            "story event scene reader writing", "historia cuento relato lector escribir"),
        ("letter email invitation message postcard thank", "carta correo invitacion mensaje postal gracias", "reader message tone writing", "lector mensaje tono escribir"),
        ("petition debate persuade campaign opinion argue convince speech mayor", "peticion debate convencer campana opinion argumentar discurso alcalde", "reason convince argue writing", "razon convencer argumento"),
        ("podcast interview speech talk present presentation radio host tour announce recording", "podcast entrevista discurso charla presentar presentacion radio anfitrion visita anunciar grabacion",
            "speaking listening listener voice audience idea sound", "hablar escuchar voz publico idea sonido"),
        ("bridge bake recipe house tower room ramp bed size far fast tall heavy length weigh weight height distance cup gram inch meter shed birdhouse quilt", "puente hornear receta casa torre cuarto rampa tamano lejos rapido alto pesado largo pesar peso altura distancia taza gramo metro", "measure exact", "medir medida exacto"),
        ("bridge tower house model quilt origami tile kite playground map box tent birdhouse castle", "puente torre casa modelo maqueta origami azulejo cometa parque mapa caja carpa castillo", "shape space draw plan", "forma espacio dibujar plano"),
        ("survey poll vote graph chart temperature statistics chance dice compare data tally favorite favourite weather record counter", "encuesta votar grafica temperatura estadistica azar dado comparar datos favorito clima registro", "data collect chance picture", "datos recoger azar grafica"),
        ("code program robot app game rhythm sequence algorithm computer website", "codigo programa programar robot aplicacion juego ritmo secuencia algoritmo computadora", "pattern rule code tool", "patron regla codigo herramienta"),
        ("garden plant seed flower vegetable bee butterfly animal pet dog cat insect bird fish forest soil compost pollinator tree habitat farm chicken worm frog dinosaur", "jardin huerto planta semilla flor verdura abeja mariposa animal mascota perro gato insecto pajaro pez bosque suelo composta arbol habitat granja gallina rana dinosaurio",
            "living live grow", "vivo vivir crecer"),
        ("bridge rocket car ramp magnet electricity circuit battery lamp motor machine boat float slime catapult balloon wheel solar wind", "puente cohete carro coche rampa iman electricidad circuito bateria lampara motor maquina barco flotar globo rueda viento", "force energy matter move", "fuerza energia materia mover"),
        ("space planet moon star sun solar astronaut rocket galaxy mars eclipse weather climate cloud rain storm river volcano earthquake rock ocean sea creek flood", "espacio planeta luna estrella sol solar astronauta cohete galaxia marte eclipse clima nube lluvia tormenta rio volcan terremoto roca oceano mar arroyo",
            "sky earth land water sun moon star weather", "cielo tierra agua sol luna estrella clima"),
        ("experiment test best faster which does measure strongest strong compare grow", "experimento probar prueba mejor rapido medir fuerte comparar crecer", "test fair record", "prueba justa registro"),
        ("history past war ancient old grandparents museum century castle pyramid founder timeline veteran", "pasado guerra antiguo antigua abuelos museo siglo castillo piramide fundador", "past happened history", "pasado ocurrio historia"),
        ("law rule vote government rights election court fair president", "ley regla votar gobierno derechos eleccion tribunal justo presidente", "rule fair group", "regla justo grupo"),
        ("help volunteer recycle cleanup trash litter donate charity shelter neighbor neighbour park pollution community plastic homeless", "ayudar voluntario reciclar limpiar basura donar caridad refugio vecino parque contaminacion comunidad plastico", "community need better", "comunidad necesidad mejorar"),
        ("paint painting draw drawing mural sculpture poster photo photograph comic collage picture", "pintar pintura dibujar dibujo mural escultura cartel foto fotografia historieta collage imagen", "image art", "imagen arte"),
        ("song music band instrument drum guitar sing choir concert podcast rap melody", "cancion musica banda instrumento tambor guitarra cantar coro concierto podcast rap melodia", "music sound", "musica sonido"),
        ("play theater theatre drama puppet dance show concert stage actor skit comedy magic", "obra teatro drama titere marioneta baile bailar concierto escenario actor comedia magia", "performing audience voice body", "actuar publico voz cuerpo"),
        ("design invent invention build app game toy playground chair model prototype stall website bridge bench birdhouse", "disenar diseno inventar invento construir aplicacion juego juguete parque silla modelo prototipo puesto puente banca", "design user version", "disenar usuario version"),
        ("wood cook sew knit saw hammer glue robot bake clay build print metal birdhouse bench", "madera cocinar coser tejer sierra martillo pegamento robot hornear barro construir imprimir metal banca", "tool material", "herramienta material"),
        ("food cook bake snack sleep breakfast lunch nutrition healthy health recipe vegetable sugar teeth doctor", "comida cocinar hornear merienda dormir desayuno almuerzo nutricion saludable salud receta verdura azucar dientes medico", "food body care", "comida cuerpo cuidar"),
        ("sport soccer football run running dance basketball exercise yoga swim bike skate race olympics", "deporte futbol correr baile baloncesto ejercicio yoga nadar bicicleta patinar carrera", "move control activity", "mover control actividad"),
        ("feeling sad angry anger calm worry friend bully bullying kindness mindful lonely", "sentimiento emocion triste enojo calma preocupacion amigo acoso amabilidad solo", "feel notice fair", "sentir notar"),
        ("bike safe safety fire online internet helmet rescue emergency password crossing traffic", "bicicleta seguro seguridad fuego incendio internet casco rescate emergencia contrasena cruce trafico", "risk safe", "riesgo seguro"),
        ("budget schedule week calendar event party trip organise organize timetable guest", "presupuesto horario semana calendario evento fiesta viaje organizar invitado", "plan time money", "planear tiempo dinero"),
        ("news fake rumor rumour article research internet advertisement myth true", "noticia falso rumor articulo investigar internet anuncio mito verdad", "source trust claim", "fuente confiar afirmacion"),
    ];

    private static readonly FrozenDictionary<StemLanguage, FrozenDictionary<string, string[]>> Led = Enum.GetValues<StemLanguage>().ToFrozenDictionary(language => language, Leading);

    /// <summary>The stems in a framework's language that a word of either language leads to; none for most.</summary>
    public static IReadOnlyList<string> Of(string plain, StemLanguage framework) =>
        Led[framework].TryGetValue(plain, out var direct) ? direct
        : Led[framework].TryGetValue(WordStem.Of(plain, StemLanguage.English), out var english) ? english
        : Led[framework].TryGetValue("es:" + WordStem.Of(plain, StemLanguage.Spanish), out var spanish) ? spanish : [];

    private static FrozenDictionary<string, string[]> Leading(StemLanguage framework)
    {
        var led = new Dictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        foreach (var (english, spanish, means, enEspanol) in Table)
        {
            var to = (framework == StemLanguage.English ? means : enEspanol).Split(' ').Select(word => WordStem.Of(word, framework)).ToList();
            foreach (var from in english.Split(' ').Select(word => WordStem.Of(word, StemLanguage.English)).Concat(spanish.Split(' ').Select(word => "es:" + WordStem.Of(word, StemLanguage.Spanish))))
            {
                if (!led.TryGetValue(from, out var known)) led[from] = known = new SortedSet<string>(StringComparer.Ordinal);
                known.UnionWith(to);
            }
        }

        return led.ToFrozenDictionary(one => one.Key, one => one.Value.ToArray(), StringComparer.Ordinal);
    }
}
