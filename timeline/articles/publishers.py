"""Publishers by the names and web hosts they are met under: any of them in, the one name we show out."""

import re
from functools import cache
from urllib.parse import urlsplit

PUBLISHERS = """
ABC News | abcnews.go.com
AFP | afp.com | Agence France-Presse
Al Jazeera | aljazeera.com | Al Jazeera English | Aljazeera
Associated Press | apnews.com | AP | The Associated Press | AP News
Axios | axios.com
BBC News | bbc.com, bbc.co.uk | BBC | BBC News Ukraine
Bloomberg | bloomberg.com | Bloomberg News
CBC News | cbc.ca | CBC
CBS News | cbsnews.com
CNBC | cnbc.com
CNN | cnn.com | CNN International
Council of the European Union | consilium.europa.eu | European Council
Deutsche Welle | dw.com | DW
Der Spiegel | spiegel.de
Euromaidan Press | euromaidanpress.com
Euronews | euronews.com
European Commission | ec.europa.eu
Financial Times | ft.com | FT | The Financial Times
Foreign Policy | foreignpolicy.com
Fox News | foxnews.com | FOX News
France 24 | france24.com
GOV.UK | gov.uk | Foreign, Commonwealth & Development Office
Institute for the Study of War | understandingwar.org | ISW
Interfax | interfax.com, interfax.ru
Interfax-Ukraine | interfax.com.ua
International Atomic Energy Agency | iaea.org | IAEA
Kremlin | kremlin.ru, en.kremlin.ru | President of Russia
Kyiv Post | kyivpost.com
Le Monde | lemonde.fr
Meduza | meduza.io
Ministry of Foreign Affairs of Ukraine | mfa.gov.ua
NATO | nato.int
NBC News | nbcnews.com
New York Times | nytimes.com | The New York Times | NYT
Novaya Gazeta Europe | novayagazeta.eu
NPR | npr.org
OSCE | osce.org | OSCE Special Monitoring Mission to Ukraine
Politico | politico.com, politico.eu | POLITICO
President of Ukraine | president.gov.ua | Office of the President of Ukraine
Radio Free Europe/Radio Liberty | rferl.org, svoboda.org, radiosvoboda.org | RFE/RL
Reuters | reuters.com | Thomson Reuters
RIA Novosti | ria.ru | RIA
Sky News | news.sky.com
Suspilne | suspilne.media
TASS | tass.com, tass.ru
The Atlantic | theatlantic.com
The Conversation | theconversation.com
The Daily Telegraph | telegraph.co.uk | The Telegraph | Telegraph
The Economist | economist.com
The Guardian | theguardian.com | Guardian
The Independent | independent.co.uk | Independent
The Insider | theins.ru
The Kyiv Independent | kyivindependent.com | Kyiv Independent
The Moscow Times | themoscowtimes.com | Moscow Times
The Times | thetimes.co.uk, thetimes.com
The White House | whitehouse.gov | White House
The Wall Street Journal | wsj.com | Wall Street Journal | WSJ
The Washington Post | washingtonpost.com | Washington Post
Time | time.com | TIME
U.S. Department of Defense | defense.gov
U.S. Department of State | state.gov | State Department
Ukrainska Pravda | pravda.com.ua | Українська правда | Ukrayinska Pravda
Ukrinform | ukrinform.net, ukrinform.ua, ukrinform.ru | Укрінформ
United Nations | un.org, news.un.org | UN News
UNIAN | unian.info, unian.ua, unian.net | УНІАН
USA Today | usatoday.com | USA TODAY
Vox | vox.com
Voice of America | voanews.com | VOA | VOA News
Xinhua | xinhuanet.com, news.cn | Xinhua News Agency
ZN.UA | zn.ua | Dzerkalo Tyzhnia
"""
"""Name | web hosts | other names: one publisher a line."""


@cache
def _tables() -> tuple[dict[str, str], dict[str, str]]:
    names: dict[str, str] = {}
    hosts: dict[str, str] = {}
    for line in PUBLISHERS.strip().splitlines():
        name, host_list, *others = [cell.strip() for cell in line.split("|")]
        names |= {other.casefold(): name for other in (name, *others)}
        hosts |= {host.strip(): name for host in host_list.split(",")}
    return names, hosts


def known_publisher(name: str) -> str:
    """The one name of a publisher that we know, or nothing.

    >>> known_publisher("the guardian")
    'The Guardian'
    """
    return _tables()[0].get(" ".join(name.split()).casefold(), "")


def publisher_of_url(url: str) -> str:
    """The publisher whose host the address has, or nothing.

    >>> publisher_of_url("https://www.bbc.co.uk/news/world-1")
    'BBC News'
    """
    host = (urlsplit(url).hostname or "").casefold()
    while "." in host:
        if found := _tables()[1].get(host):
            return found
        host = host.partition(".")[2]
    return ""


def proper_publisher(name: str) -> str:
    """A publisher's name as we show it: ours where known, else as it was written, trimmed."""
    return known_publisher(name) or re.sub(r"\s+", " ", name).strip(" .,|·-–—")
