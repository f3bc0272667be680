# Dates, times and spans.
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
# 11 December 2026. $day is a number or two numbers with a dash.
date = { $day } { $month } { $year }
# 11 December 2026, 18:00
date-time = { $date }, { $time }
# New York (UTC−5)
zone-at = { $city } ({ $offset })
city-new-york = New York
city-vienna = Vienna
city-geneva = Geneva
city-kuala-lumpur = Kuala Lumpur
city-nairobi = Nairobi
less-than-a-minute = less than a minute
minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
hours = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
}
days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
# "2 days 3 hours"
two-spans = { $larger } { $smaller }
