"""Pieces that several English rules share, as patterns."""

MACROS = {
    "month": "{month_name}|{month_short}~.?",
    "weekday": "{weekday_name}|{weekday_short}~.?",
    "dayword": "{tens}-{ordinal_word}|{ordinal_word}",
    "day": "{dayno}|{dayth}|{dayword}",
    "apostrophe": "'|’|‘",
    "spelled_year": "{century_start}( |-){tens}(( |-){small_number})?|{century_start}( |-){teens}"
    "|{century_start} hundred|two thousand(( and)? {tens}(( |-){small_number})?|( and)? {small_number})?",
    "yearish": "{year}|{apostrophe}{yy}|{spelled_year}",
    "ordinal": "{ordinal_number}|{dayth}|{dayword}",
    "digital": "{digits}(,{three_digits})?(,{three_digits})?(~.{digits})?( {digits}/{digits})?|{digits}/{digits}",
    "word_number": "{number_word}((-| and | ){number_word})?((-| and | ){number_word})?((-| and | ){number_word})?"
    "((-| and | ){number_word})?",
    "number": "{digital}|{word_number}|(a|an) (hundred|thousand|dozen|million)( {word_number})?",
    "some": "a couple( of)?|couple of|a few|the few|the couple of|{vague_count}|half (a|an)|another|an additional|an extra"
    "|a further|a|an|half",
    "count": "{number}(( and a half)|-and-a-half|(-| )odd)?|{half_digits}|{some}",
    "filler": "more|full|whole|long|straight|consecutive|successive|solid|short|entire|good|additional|extra|other"
    "|further|mere|single|calendar|working|trading|business|brutal|bloody|grinding|tense|turbulent|difficult|gruelling",
    "unit": "{unit_one}|{unit_many}",
    "dash": "-|–|—",
    "to_dash": "_{dash}_| to | through | till | until |/",
    "hedge": "more than|just over|well over|slightly over|over|less than|just under|well under|under|fewer than"
    "|almost|nearly|barely|at least|no less than|not less than|at most|up to|no more than"
    "|not more than|no longer than|about|abt|around|approximately|roughly|some|upwards of",
    "ampm": "{am_pm}|(a|p)~._m~.?",
    "am_pm": "am|pm",
    "time_zone": "({zone}(~+|-){hour}(:{minute})?|{zone}|local( time)?|{name} (time|Time)|({name} )?(daylight|standard|summer) time|hrs|hours"
    "|\\(({zone}|{name} (time|Time)|local( time)?)\\)|\\( {zone}\\))".replace("\\(", "~(").replace(
        "\\)", "~)"
    ),
    "clock": "{hour}:{minute}(:{minute})?_{ampm}|{hour}:{minute}:{glued_hour}|{hour}:{minute}(:{minute})?|{hour}(:|~.){glued_duration}|{hour}.{minute}_{ampm}|{hour}_{ampm}"
    "|{glued_hour}|{hour}:{glued_hour}|{hour}~.{glued_hour}|{glued_clock}|{hour} o{apostrophe}clock"
    "|{small_number} o{apostrophe}clock|{small_number}( ({tens}(( |-){small_number})?|{teens}))? {ampm}",
    "era": "BC|BCE|AD|CE|B~.C~.?|A~.D~.?|B~.C~.E~.?|C~.E~.?",
    "day_like": "{day_date}|{weekday_only}|{day_near}|{holiday_date}",
    "year_like": "{year_date}|{year_near}",
    "month_like": "{month_date}|{month_near}",
    "period": "{month_like}|{year_like}|{part_date}|{era_date}|{week_near}",
    "fighting_": "war|invasion|conflict|offensive|fighting|siege",
    "point": "{day_like}|{period}",
    "datable": "{point}|{timed}|{composed}|{shifted}",
}
