"""The rules that tell a news page's furniture from its article, each with its examples.

A rule is matched against one block (a paragraph, its white space made single, list and heading marks
off). `drops` says what goes: the block alone; the block and the short ones under it ("links");
the block and the next one, whatever it is ("next"); an appeal, which goes on while it speaks to
its reader ("appeal"); or the foot of the page, which has no more article under it ("foot").
"""

# ruff: noqa: E501 - a rule and its examples read best on one line

from dataclasses import dataclass
from typing import Literal

Drops = Literal["block", "links", "next", "appeal", "foot"]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern for whole blocks (case ignored), blocks it must meet, and blocks of news it must not."""

    drops: Drops
    pattern: str
    examples: tuple[str, ...]
    counter: tuple[str, ...] = ()


_SECTION = (
    r"(?:home|news|sport|sports|weather|sounds|world|uk|us|europe|africa|asia|ukraine|russia|business|politics|opinion|culture"
    r"|lifestyle|life|arts|travel|video|live|more|tech|science|health|markets|pictures|audio|podcasts|newsletters|money"
    r"|football|entertainment|environment|companies|germany|france|italy|my account|sign in|u\.s\. news|top stories|climate|economy|society|magazine|games|explained|sections|log in|subscribe)"
)

RULES = (
    Rule(
        "block",
        r"[^\W\d][^\W\d&’'. ]{0,24}(?:(?: [^\W\d][\w&’']*){0,3}\s*[|·•]\s*[^\W\d][^\W\d&’']{0,24}(?: [^\W\d][\w&’']*){0,3}){2,}"
        rf"|{_SECTION}(?:\s+(?:and )?{_SECTION}){{2,}}"
        rf"|{_SECTION}(?:\s*[/>›»]\s*[^\W\d][\w&’' -]{{0,40}})+",
        (
            "World | Business | Sport | Pictures",
            "Home News Sport Weather Sounds",
            "Home / Explained / Ukraine",
            "Sections | Log In | Subscribe",
        ),
        ("World leaders met in Kyiv.", "Opinion: the war is lost", "Russia and Ukraine"),
    ),
    Rule(
        "block",
        r"(?:stay up to date|get (?:the )?latest|allow|turn on|manage|enable) .{0,80}\b(?:notifications?|alerts)\b.*"
        r"|notifications? can be .{0,80}|.{0,40}\bbrowser (?:preferences|settings)\.?",
        (
            "Stay up to date with notifications from The Daily Lantern",
            "Notifications can be managed in settings.",
        ),
        ("Diplomats said the notifications were sent on Monday.",),
    ),
    Rule(
        "block",
        r"(?:share|save|print|email|copy link|link copied!?|comments?|comment|like|tweet|follow|listen|play|pause"
        r"|facebook|twitter|x|whatsapp|telegram|messenger|linkedin|reddit|pinterest|flipboard|instagram|bookmark|close"
        r"|gift(?: this article)?|gift article|show (?:more|less|all)|see (?:more|all)|view all|load more|expand|menu"
        r"|search|home|news|world|live|latest|sections|sign in|log in|register|skip to (?:main )?content|back to top"
        r"|advertisement|advertising|ad|sponsored|promoted|loading|top|next|previous|prev|report an error|print this page"
        r"|jump to comments|go to comments|join the discussion|add a comment|view in browser|toggle caption|hide caption"
        r"|image|video|photos?|gallery|enlarge(?: this image)?|view image in fullscreen|fullscreen|prefer (?:us )?on google"
        r"|our standards|trust principles|corrections?|contact us|about us|terms of use|privacy policy|cookie policy"
        r"|all rights reserved|breaking news|exclusive|must read|editors?[’'] picks?)"
        r"(?:[\s,|/·•:]*(?:\d+|\(\d+\)|share|save|print|email|twitter|facebook|whatsapp|telegram|linkedin|copy link|x|on|via|this|article|story|page|comments?))*",
        (
            "Comments",
            "Share",
            "Facebook Twitter Email",
            "Save this story",
            "Comments (128)",
            "Skip to main content",
            "ADVERTISEMENT",
            "Share on Twitter",
            "Print this page",
        ),
        (
            "World leaders met in Munich.",
            "Comments by the minister drew anger.",
            "News of the strike spread.",
        ),
    ),
    Rule(
        "block",
        r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)[ -]min(?:ute)?s?(?: read| listen)?"
        r"|(?:listen|read)(?: to (?:this )?article| time)?:? ?\(?\d+ ?(?:min(?:ute)?s?|:\d\d)\)?"
        r"|(?:listen to (?:this )?(?:article|story)).{0,40}|\d+ (?:comments?|shares?|views|likes)"
        r"|(?:last )?updated(?: at| on)?:? (?:\d{1,2}[.:]\d{2}|\d{1,2} \w+ \d{4}|\w+ \d{1,2},? \d{4}).{0,20}|(?:updated |published |posted )?(?:\d+|an?|one|two|three) (?:minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?) ago",
        (
            "3 min read",
            "Listen to this article",
            "4 hours ago",
            "12 comments",
            "Updated 2 years ago",
            "Last updated: 14 January 2020, 16:20",
            "Listen (5 min)",
        ),
        ("The talks began 3 hours ago in Minsk.",),
    ),
    Rule(
        "block",
        r"story continues (?:below|after).*|article continues (?:below|after).*|(?:scroll|swipe) .{0,30}to (?:continue|read).*"
        r"|(?:continue|keep) reading.{0,60}|this video (?:can ?not|is).{0,60}|(?:watch|video|listen|podcast|in pictures|photos?|map|graphic)\s*[:|–-].*"
        r"|click (?:here|to).*|tap (?:here|to).*|your browser does not.*|(?:please )?(?:enable|turn on) javascript.*"
        r"|please refresh .*|to play (?:the |this )?video.*|media caption.*|watch (?:now|live|on demand|more|the moment).{0,60}",
        (
            "Story continues below advertisement",
            "Watch: the convoy leaves the base",
            "Click here to see the map",
            "Please refresh your browser to be logged in",
            "In pictures: a week on the border",
        ),
        (
            "Watch commanders at the plant said the fire was out.",
            "Maps shown to reporters told another story.",
        ),
    ),
    Rule(
        "block",
        r"(?:sign up|subscribe|sign in|log in|register|join us|join now|join (?:our|the|more than|over)|get (?:our|the|your|unlimited|full)|download (?:our|the)"
        r"|follow (?:us|our|the|live)|like us|find us|try|start your|become an? |create an? |enter your|add your|unlock)"
        r"(?=.{0,160}(?:newsletters?|e-?mails?|inbox|app\b|account|updates|alerts|channel|forum|conversations?|subscri|member|facebook|twitter|telegram|instagram|youtube|free|trial|comment|now|today|log(?:ged)? in|for more|access|briefing|podcast|coverage|follow|readers)).{0,240}",
        (
            "Sign up to our daily newsletter for the news that matters",
            "Subscribe to The Daily Lantern today",
            "Follow us on Facebook and Twitter",
            "Join our commenting forum",
            "Download our app for the latest updates",
            "Get the day's briefing in your inbox.",
            "Enter your email to follow this story",
        ),
        (
            "Join forces with Nato, the minister told the parliament.",
            "Get out of Ukraine now, ministers told Britons on Friday.",
        ),
    ),
    Rule(
        "block",
        r"by (?:signing up|registering|subscribing|clicking|continuing|entering|submitting)\b.*|i (?:would like|agree) to\b.*"
        r"|.{0,60}\bprotected by recaptcha\b.*|.{0,120}\bprivacy (?:policy|notice)\b.*|(?:we|this (?:site|website)) uses? cookies\b.*"
        r"|(?:accept|reject|manage)(?: all)? (?:cookies|preferences|options|settings)?|accept(?: all)?(?: cookies)?|.{0,120}\bcookie (?:policy|settings|preferences)\b.*"
        r"|thank(?:s| you) for (?:registering|signing up|subscribing|reading|your (?:support|feedback)).{0,80}"
        r"|already (?:have an account|a (?:subscriber|member)|registered).{0,60}|(?:there was|an) (?:a problem|error) .{0,80}"
        r"|check your inbox.{0,80}|you(?:'ve|’ve| have) (?:been )?(?:successfully )?(?:signed up|subscribed|registered).{0,60}|don[’']t have an account.{0,40}"
        r"|your email (?:address )?.{0,60}|invalid email.{0,40}|please enter .{0,60}",
        (
            "By signing up you agree to our terms and privacy policy.",
            "We use cookies to make this site work.",
            "Thank you for registering",
            "Accept all cookies",
            "Already have an account? Log in",
            "This form is protected by reCAPTCHA and terms apply.",
        ),
        ("Thanks to the truce, buses left the town.", "Accepting the plan would end the war, he said."),
    ),
    Rule(
        "links",
        r"(?:read more|more on this(?: story| topic)?|related(?: (?:stories|articles|content|topics?|links?|news|coverage|posts?|reading))?|see also|recommended(?: (?:stories|reading|articles))?"
        r"|more from .{1,40}|more (?:stories|news|about|coverage|to read)(?: .{0,40})?|read next|up next|also read|further reading|keep reading"
        r"|what to read next|(?:you )?might also like|you may also (?:like|be interested in)|also in (?:the )?news|don[’']t miss)\s*:?",
        ("Read more", "Related stories", "See also:", "More from Europe", "Recommended reading"),
        ("More from the convoy arrived on Sunday.", "Related charges were dropped in May."),
    ),
    Rule(
        "block",
        r"(?:read (?:more|also|next|the full story|our)|also read|see also|related(?: (?:article|story))?|recommended|more on this|explainer|opinion|analysis|in depth|go deeper"
        r"|explained|from the archive|background|previously|don[’']t miss|must[- ]read|live)\s*[:|»>–→-]+\s*\S.*"
        r"|>>+ ?.*|(?:»|→|›)\s.*|read more\b(?: (?:about|on|here|from|of our)).{0,100}|read our (?:full )?.{0,80}|read the full .{0,80}",
        (
            "Read more: Grain ships leave the port",
            "Related: who holds the town now?",
            "READ ALSO – How the line moved",
            "Explainer | Why the treaty matters",
            "Read more about the ceasefire here",
        ),
        ("Analysis of the images took a week.", "Live fire drills began on Tuesday."),
    ),
    Rule(
        "next",
        r"image (?:caption|source|credit)s?,?:?|caption(?: here)?,?:?|media (?:caption|source),?:?|photo (?:caption|credit)s?:?|figure caption,?|skip (?:past|advertisement|twitter post|youtube video|.{0,40} promotion).{0,60}",
        ("Image caption,", "Image source,", "skip past newsletter promotion"),
        ("Image experts dated the crater.",),
    ),
    Rule(
        "block",
        r"image (?:source|caption|credit)s?[,:]\s*.+|(?:photograph|photo(?:s|graphy)?|picture|image|credit|illustration|graphic|video|source)s?(?: by| credit)?\s*:\s*.{1,120}"
        r"|(?:photograph|photo|image|illustration)s? (?:by|courtesy of|from) .{1,80}"
        r"|.{0,400}[(\[](?:(?:AP|AFP|EPA|Reuters|Getty|TASS) ?(?:photo|images?|file)\b|photo(?:graph)?(?: by|:|/)|picture:|image:|file:? |(?:[^()\[\]]{2,40})/(?:AP|AFP|EPA|Reuters|Getty|TASS|Anadolu|Sipa|Zuma))[^()\[\]]{0,80}[)\]]\.?"
        r"|.{0,400}\b(?:REUTERS/|AP Photo/|AFP/|EPA-EFE/|Getty Images\b.{0,10}$|AFP via Getty|via REUTERS|via AP|/AFP$|/Reuters$|/AP$).{0,60}"
        r"|.{0,300}\s[|–-]\s*(?:getty images|afp|epa|ap photo|[a-z .’'-]{3,40}/(?:ap|afp|reuters|getty.*))"
        r"|(?:file (?:photo|picture|image)|getty(?: images)?|handout|library (?:image|photo)|stock photo)\b.{0,120}",
        (
            "Image source, Getty Images",
            "Photograph: Jane Doe/Reuters",
            "Photo by Jane Doe",
            "A tank stands near a bridge in the south, Friday, March 4, 2022. (AP Photo/Jane Doe)",
            "Buses wait at the crossing on Sunday [Jane Doe/Reuters]",
            "A family waits at the station. REUTERS/Jane Doe",
            "File photo of the minister",
            "The bridge at dawn | Getty Images",
        ),
        (
            "KYIV, Feb 24 (Reuters) - Sirens sounded across the city.",
            "Sources: the ministry and two mayors said the road was open.",
            "The minister told Reuters/Ipsos pollsters nothing new.",
        ),
    ),
    Rule(
        "appeal",
        r"(?:your support .{0,120}|support (?:our|us|independent|the|quality|free|real)\b.{0,80}|(?:please )?(?:help|support) us .{0,80}|why (?:you should )?(?:support|trust) .{0,60}|donate.{0,60}|become a (?:member|supporter|patron|subscriber).{0,60}"
        r"|make a (?:donation|contribution|gift).{0,60}|a (?:message|note|word) from (?:the )?(?:editors?|author|our).{0,60}|note from the (?:author|editor)s?.{0,40}|before you (?:go|continue).{0,60}|we (?:have|need) (?:a small favou?r|your help|you).{0,60}|stand with (?:us|independent).{0,60})[.!:…]?",
        (
            "Your support helps us to tell the story",
            "Support independent journalism",
            "Note from the author:",
            "Donate",
            "A message from the editor",
            "Before you go…",
            "Please help us keep our doors open",
        ),
        (
            "Support for the government has fallen since March.",
            "Your president called mine, he said in Kyiv.",
            "Donated generators reached the town.",
            "Support the army, the president told the crowd on Friday.",
        ),
    ),
    Rule(
        "foot",
        r"join (?:our commenting|the (?:conversation|discussion|debate)).{0,60}|join thought-provoking .*|(?:most (?:read|popular|viewed|shared)|trending(?: now)?|top stories|latest (?:news|stories|headlines|updates)|popular(?: (?:now|stories|reads))?|editor[’']?s?[’']? picks|in case you missed it)(?: .{0,40})?"
        r"|(?:related|more) (?:stories|articles|topics|internet links)|topics(?: in this (?:story|article))?:?|tags?:?.{0,120}|(?:explore|find out) more(?: on these topics)?.{0,40}|around the (?:web|bbc)|from our partners.{0,40}|paid (?:content|post).{0,40}"
        r"|about (?:the )?(?:authors?|us|sharing)|our (?:journalists|reporters|team)|sponsored (?:content|stories|links)|(?:view|leave|post|show|hide|all|add) (?:a )?(?:comments?|reply)(?: ?\(?\d*\)?)?|comments? (?:are closed|policy|section|guidelines).{0,40}|reuse this content|newsletters?|promoted stories|(?:recommended|selected|suggested) for you|elsewhere on (?:the|this) .{1,40}",
        (
            "Join the conversation",
            "Most read",
            "Topics",
            "About the author",
            "Tags: war, grain, ports",
            "View comments (31)",
            "More stories",
            "Explore more on these topics",
        ),
        (
            "Topics for the meeting include grain.",
            "Elsewhere on Friday",
            "Join the debate on Tuesday, the speaker said.",
            "Most read the letter as a threat.",
        ),
    ),
    Rule(
        "block",
        r"(?:©|\(c\)(?=\s*\d{4}\b)|copyright\b)\s*.{0,160}|all rights reserved.{0,160}|.{0,120}\ball rights reserved\.?.{0,120}|.{0,60}may not be (?:published|reproduced|redistributed).{0,120}"
        r"|(?:our standards|standards):.{0,80}|.{0,20}trust principles.{0,40}|.{0,80}is not responsible for the content of external (?:sites|links).{0,60}"
        r"|(?:additional |further )?(?:reporting|writing|editing|compiled|edited|translated|with reporting|written|photography|production)(?: and (?:writing|editing|reporting))? by .{1,300}|(?:the )?associated press (?:writers?|journalists?|reporters?) .{1,200}"
        r"|(?:reuters|ap|afp|bbc|cnn|pa|dpa)(?: and (?:reuters|ap|afp|dpa))*(?: contributed to this (?:report|story|article))?\.?|.{1,200}contributed (?:to this (?:report|story|article)|reporting).{0,60}"
        r"|this (?:article|story|piece|post) (?:was (?:originally |first |last )?(?:published|posted|amended|updated|translated|produced)|(?:originally |first )?appeared|is from|has been (?:updated|amended|corrected)).{0,200}|editor[’']s note[:.].{0,300}"
        r"|(?:send|got) (?:us )?a (?:news )?tip.{0,80}|(?:e-?mail|contact|follow|write to) (?:the (?:author|reporter|writer)|[\w .’'-]{3,40}) (?:at|on) \S+.*|.{0,60}@[\w.-]+\.\w{2,6}\b.{0,20}|@\w{3,20}|have (?:you )?(?:a )?.{0,40}\bget in touch.{0,80}|first published .{0,10}",
        (
            "© 2022 The Daily Lantern",
            "Copyright 2022 Lantern Media. All rights reserved.",
            "Our Standards: The Lantern Principles.",
            "Reporting by Jane Doe in Kyiv; Editing by John Roe",
            "Additional reporting by agencies",
            "Jane Doe contributed to this report.",
            "This article was amended on 25 February 2022.",
            "Follow Jane Doe on Twitter",
            "jane.doe@lantern.example",
        ),
        (
            "Reporting from the front, he counted nine tanks.",
            "Editing by censors began in March, the union said on Monday.",
        ),
    ),
)
