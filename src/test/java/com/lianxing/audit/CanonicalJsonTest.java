package com.lianxing.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {

    @Test
    void equalContentsHaveOneText() {
        Map<String, @Nullable Object> forth = new LinkedHashMap<>();
        forth.put("b", List.of(1, 2L));
        forth.put("a", Map.of("y", true, "x", "‘尾款’\n"));
        forth.put("c", null);
        Map<String, @Nullable Object> back = new LinkedHashMap<>();
        back.put("c", null);
        back.put("a", Map.of("x", "‘尾款’\n", "y", true));
        back.put("b", List.of(1L, 2));
        assertThat(CanonicalJson.of(forth))
                .isEqualTo(CanonicalJson.of(back))
                .isEqualTo("{\"a\":{\"x\":\"‘尾款’\\n\",\"y\":true},\"b\":[1,2],\"c\":null}");
    }

    @Test
    void decimalsArePlainAndDatesAreText() {
        assertThat(CanonicalJson.of(Map.of("n", new BigDecimal("1E+3")))).isEqualTo("{\"n\":1000}");
        assertThat(CanonicalJson.of(Map.of("n", new BigDecimal("1.50")))).isEqualTo("{\"n\":1.50}");
        assertThat(CanonicalJson.of(Map.of("d", LocalDate.parse("2026-09-01")))).isEqualTo("{\"d\":\"2026-09-01\"}");
        assertThat(CanonicalJson.of(Map.of("i", Instant.EPOCH))).isEqualTo("{\"i\":\"1970-01-01T00:00:00Z\"}");
    }

    @Test
    void whatWasWrittenReadsBack() {
        Map<String, Object> content = Map.of("n", 5L, "d", new BigDecimal("1.50"), "t", "x", "l", List.of(true));
        assertThat(CanonicalJson.read(CanonicalJson.of(content))).isEqualTo(content);
    }

    @Test
    void aDoubleIsRefused() {
        assertThatThrownBy(() -> CanonicalJson.of(Map.of("n", 0.1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CanonicalJson.of(Map.of("n", new Object())))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
