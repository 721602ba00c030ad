package com.lianxing.process.release;

import com.lianxing.process.engine.Bilingual;
import com.lianxing.process.engine.Refusal;
import java.util.List;

/**
 * One thing a deployment may not hold, or lacks.
 *
 * @param element id of the element that holds it, or empty where there is none
 * @param messageKey of the catalogue: the reason and what to write instead
 */
record Finding(String file, String element, String messageKey, List<Object> args) {

    Finding {
        args = List.copyOf(args);
    }

    static Finding of(String file, String element, String messageKey, Object... args) {
        return new Finding(file, element, messageKey, List.of(args));
    }

    Refusal.FieldError asError() {
        String place = element.isEmpty() ? file : file + " · " + element;
        return new Refusal.FieldError(place, Bilingual.same(place), messageKey, args);
    }
}
