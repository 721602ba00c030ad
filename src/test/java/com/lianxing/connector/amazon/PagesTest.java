package com.lianxing.connector.amazon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.lianxing.inbound.AmazonFailure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Lists that come in pages always end, and lose nothing. */
class PagesTest {

    private final List<@Nullable String> asked = new ArrayList<>();

    @Test
    void anEmptyPageWithATokenIsFollowed() {
        assertThat(Pages.all(pages("", page("b", 1), "b", page("c"), "c", page(null, 2))))
                .containsExactly(1, 2);
    }

    @Test
    void aTokenThatPointsToItselfEndsTheListAndRepeatsNoRow() {
        assertThat(Pages.all(pages("", page("b", 1), "b", page("b", 1, 2)))).containsExactly(1, 2);
        assertThat(asked).containsExactly(null, "b");
    }

    @Test
    void twoTokensThatPointToEachOtherEndTheList() {
        assertThat(Pages.all(pages("", page("b", 1), "b", page("c", 2), "c", page("b", 3))))
                .containsExactly(1, 2, 3);
    }

    @Test
    void noPageIsReadBehindTheRowThatWasWanted() {
        assertThat(Pages.first(row -> row == 2, pages("", page("b", 1), "b", page("c", 2), "c", page(null, 3))))
                .contains(2);
        assertThat(asked).containsExactly(null, "b");
    }

    @Test
    void aListWithoutEndIsNone() {
        assertThatExceptionOfType(AmazonFailure.class)
                .isThrownBy(() -> Pages.all(token -> new Pages.Page<>(List.of(1), token + "x")));
    }

    private Function<@Nullable String, Pages.Page<Integer>> pages(Object... tokensAndPages) {
        Map<Object, Object> pages = new HashMap<>();
        for (int i = 0; i < tokensAndPages.length; i += 2) {
            pages.put(tokensAndPages[i], tokensAndPages[i + 1]);
        }
        return token -> {
            asked.add(token);
            @SuppressWarnings("unchecked")
            Pages.Page<Integer> page = (Pages.Page<Integer>) pages.get(token == null ? "" : token);
            return page;
        };
    }

    private static Pages.Page<Integer> page(@Nullable String next, Integer... rows) {
        return new Pages.Page<>(List.of(rows), next);
    }
}
