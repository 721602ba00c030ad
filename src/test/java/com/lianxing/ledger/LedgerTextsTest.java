package com.lianxing.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every line, entry and refusal has a name in both languages, and there is no name of nothing. */
class LedgerTextsTest {

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void everythingHasItsName(String language) {
        Set<String> keys = new TreeSet<>();
        Arrays.stream(BudgetLine.values()).forEach(line -> keys.add("budgetLine." + line));
        Arrays.stream(EntryType.values()).forEach(type -> keys.add("entryType." + type));
        Arrays.stream(HoldResult.Reason.values()).forEach(reason -> keys.add("holdRefused." + reason));

        ResourceBundle texts = ResourceBundle.getBundle("messages.ledger", Locale.forLanguageTag(language));

        assertThat(texts.getLocale().getLanguage()).isEqualTo(language);
        assertThat(texts.keySet()).containsExactlyInAnyOrderElementsOf(keys);
    }
}
