package com.lianxing.process.planning;

import com.lianxing.calendar.WorkingCalendar;
import com.lianxing.calendar.WorkingCalendars;
import com.lianxing.schedule.Workplace;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Where steps are worked on, by the names that diagrams call the places: property {@code plannedPlace}. */
@Component
public class PlannedPlaces {

    static final String CHINA = "CHINA";
    static final String US = "US";

    private final WorkingCalendars calendars;

    PlannedPlaces(WorkingCalendars calendars) {
        this.calendars = calendars;
    }

    /** As the calendars are known today. */
    public Map<String, Workplace> places() {
        Map<String, Workplace> places = new LinkedHashMap<>();
        places.put(CHINA, new Workplace(CHINA, ZoneId.of("Asia/Shanghai"), calendars.china()));
        places.put(US, new Workplace(US, ZoneId.of("America/Los_Angeles"), WorkingCalendar.usFederal()));
        return places;
    }
}
