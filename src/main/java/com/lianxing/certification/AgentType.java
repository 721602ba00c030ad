package com.lianxing.certification;

import java.util.EnumSet;
import java.util.Set;

/** Who stands for a foreign maker in the US. Source: domain.md 2.3. */
public enum AgentType {
    US_AGENT,
    RESPONSIBLE_PERSON,
    /** Answers for food at the border; named on each entry. */
    FSVP_IMPORTER,
    INITIAL_IMPORTER,
    /** Takes delivery of what authorities serve on the maker of radiating products. */
    AGENT_FOR_SERVICE;

    /** Whom a path needs before anything is filed on it. */
    public static Set<AgentType> of(FdaPath path) {
        return switch (path) {
            case COSMETIC -> EnumSet.of(US_AGENT, RESPONSIBLE_PERSON);
            case OTC_DRUG -> EnumSet.of(US_AGENT);
            case FOOD -> EnumSet.of(US_AGENT, FSVP_IMPORTER);
            case DEVICE -> EnumSet.of(US_AGENT, INITIAL_IMPORTER);
            case RADIATION -> EnumSet.of(AGENT_FOR_SERVICE);
            case DRUG_NDA, FOOD_CONTACT, WELLNESS_MEMO, NONE, MANUAL_EXPERT -> EnumSet.noneOf(AgentType.class);
        };
    }

    /** The key of the name in the catalogue. */
    public String messageKey() {
        return "certification.agent." + name();
    }
}
