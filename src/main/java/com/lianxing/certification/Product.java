package com.lianxing.certification;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is said of the product that goes through the FDA's rules: the facts that {@code fda-path.dmn} asks for.
 *
 * @param monographIngredient whether it holds an ingredient that a monograph of over-the-counter drugs covers
 * @param productCode of the device, three letters, as the FDA classifies it; null if none is known
 * @param describedBy id of the person: somebody else confirms the paths
 */
public record Product(
        Kind kind,
        Use use,
        Emission emission,
        boolean monographIngredient,
        @Nullable String productCode,
        String intendedUse,
        String countryOfOrigin,
        String describedBy,
        List<Claim> claims) {

    public enum Kind {
        BEAUTY,
        FOOD,
        /** Touches food and is not eaten. */
        FOOD_CONTACT_ARTICLE,
        /** Apparatus, instruments, machines. */
        EQUIPMENT,
        CONSUMER_ELECTRONICS,
        HOME,
        OTHER
    }

    /** Where it is used. */
    public enum Use {
        SKIN,
        HAIR,
        EYE_AREA,
        ORAL,
        INGESTED,
        /** As an apparatus on the body. */
        ON_THE_BODY,
        NOT_ON_THE_BODY
    }

    public enum Emission {
        NONE,
        LASER,
        LED,
        UV,
        IR,
        RF,
        XRAY,
        ULTRASONIC,
        MICROWAVE
    }

    public Product {
        claims = List.copyOf(claims);
    }

    public boolean claims(Claim.Kind wanted) {
        return claims.stream().anyMatch(claim -> claim.kind() == wanted);
    }

    public boolean claimsOnly(Claim.Kind wanted) {
        return !claims.isEmpty() && claims.stream().allMatch(claim -> claim.kind() == wanted);
    }

    /** Whether what is said cannot all be true, or says nothing. */
    public boolean isContradictory() {
        return claims.isEmpty()
                || claims.stream().anyMatch(claim -> claim.contradiction().isPresent());
    }
}
