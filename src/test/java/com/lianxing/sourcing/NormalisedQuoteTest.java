package com.lianxing.sourcing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.lianxing.money.Money;
import com.lianxing.money.Rate;
import com.lianxing.money.UnitPrice;
import com.lianxing.sourcing.Comparison.History;
import com.lianxing.sourcing.Normalised.Addition;
import com.lianxing.sourcing.Normalised.Comparable;
import com.lianxing.sourcing.Normalised.Incomparable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Quotes in different currencies, units and Incoterms, worked out by hand and compared with what the code says. */
class NormalisedQuoteTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 26);
    private static final Currency CNY = Currency.getInstance("CNY");
    private static final Currency USD = Currency.getInstance("USD");
    private static final Need.Dollars RATES = currency -> currency.equals(USD)
            ? Optional.of(Rate.identity(USD))
            : Optional.of(currency).filter(CNY::equals).map(yuan -> new Rate(new BigDecimal("0.1400"), yuan, USD));

    /**
     * By hand, for 20 cbm and 3,000 kg wanted FOB. A asks CNY 40 per cubic foot FOB: 20 / 0.028316846592 = 706.2933…
     * cubic feet, CNY 28,251.73, USD 3,955.24. B asks USD 1.70 per pound DDP: 3,000 / 0.45359237 = 6,613.8679… lb,
     * USD 11,243.58; off it go the origin of CNY 4,500 (USD 630.00) and duty of USD 6,700: USD 3,913.58. So B is cheaper,
     * though its raw figures say neither.
     */
    @Test
    void twoQuotesThatShareNothingRankAsTheyDoByHand() {
        Need need = need(Incoterm.FOB, Unit.CBM, null);
        Quote cubicFeet = quote("A", Incoterm.FOB, "40", CNY, Unit.CUFT);
        Quote pounds = quote("B", Incoterm.DDP, "1.70", USD, Unit.LB);
        Map<Leg, Money> legs = Map.of(
                Leg.ORIGIN, Money.parse("4500.00", "CNY"),
                Leg.DUTY, Money.parse("6700.00", "USD"));

        Comparison comparison = compared(need, legs, cubicFeet, pounds);

        assertThat(comparison.offers())
                .extracting(offer -> offer.quote().quoteNo() + " " + offer.asked() + " " + offer.usd())
                .containsExactly("B 11243.58 USD 3913.58 USD", "A 28251.73 CNY 3955.24 USD");
        Comparable best = comparison.offers().get(0);
        assertThat(best.additions())
                .extracting(Addition::leg, Addition::usd)
                .containsExactly(
                        tuple(Leg.ORIGIN, Money.parse("-630.00", "USD")),
                        tuple(Leg.DUTY, Money.parse("-6700.00", "USD")));
        assertThat(comparison.offers().get(1).rate().value()).isEqualByComparingTo("0.14");
        assertThat(comparison.perUnit(best)).isEqualByComparingTo("195.6790");
        assertThat(comparison.isCheapest(best)).isTrue();
        assertThat(comparison.isCheapest(comparison.offers().get(1))).isFalse();
    }

    /** Wanted door to door: who quotes from the port lacks the way there, and must not look cheaper for it. */
    @Test
    void aLegThatIsMissingIsAdded() {
        Need need = need(Incoterm.DAP, Unit.CBM, null);
        Quote fromPort = quote("A", Incoterm.FOB, "3000", USD, null);
        Quote fromDoor = quote("B", Incoterm.DAP, "3500", USD, null);

        Comparison comparison = compared(need, Map.of(Leg.ORIGIN, Money.parse("4500.00", "CNY")), fromPort, fromDoor);

        assertThat(comparison.offers())
                .extracting(offer -> offer.quote().quoteNo() + " " + offer.usd())
                .containsExactly("B 3500.00 USD", "A 3630.00 USD");
    }

    @Test
    void aLegThatNobodyPricedIsNeverFree() {
        Need need = need(Incoterm.DDP, Unit.CBM, null);
        Quote fromPort = quote("A", Incoterm.FOB, "3000", USD, null);

        Comparison comparison = compared(need, Map.of(Leg.ORIGIN, Money.parse("4500.00", "CNY")), fromPort);

        assertThat(comparison.offers()).isEmpty();
        assertThat(comparison.open()).isEqualTo(1);
        assertThat(comparison.findIncomparable(" a "))
                .get()
                .satisfies(quote -> assertThat(quote.unpriced()).containsExactly(Leg.DUTY));
    }

    @Test
    void aCurrencyWithoutRateIsNotRanked() {
        Quote euros = quote("A", Incoterm.FOB, "3000", Currency.getInstance("EUR"), null);

        Comparison comparison = compared(need(Incoterm.FOB, Unit.CBM, null), Map.of(), euros);

        assertThat(comparison.incomparable())
                .extracting(Incomparable::unrated)
                .containsExactly(Set.of(Currency.getInstance("EUR")));
    }

    /** 20 cbm at 6,000 cm³/kg count as 3,333.33 kg, more than the 3,000 kg weighed; at 8,000 they count as 2,500 kg. */
    @ParameterizedTest
    @CsvSource(value = {"6000, 16666.67", "8000, 15000.00"})
    void byAirTheLargerOfWeightAndVolumeIsCharged(String divisor, String usd) {
        Need need = need(Incoterm.FOB, Unit.KG, divisor);

        Comparison comparison = compared(need, Map.of(), quote("A", Incoterm.FOB, "5", USD, Unit.KG));

        assertThat(comparison.offers())
                .extracting(Comparable::usd)
                .containsExactly(Money.ofMinor(Long.parseLong(usd.replace(".", "")), USD));
        assertThat(comparison.perUnit(comparison.offers().get(0))).isEqualByComparingTo("5");
    }

    @Test
    void byAirNothingIsRankedWhileNobodyKnowsAsHowHeavyBulkyGoodsCount() {
        Need need = need(Incoterm.FOB, Unit.KG, null);

        Comparison comparison = compared(
                need,
                Map.of(),
                quote("A", Incoterm.FOB, "5", USD, Unit.KG),
                quote("B", Incoterm.FOB, "900", USD, null));

        assertThat(comparison.offers()).isEmpty();
        assertThat(comparison.incomparable())
                .extracting(Incomparable::gaps)
                .containsOnly(Set.of(Normalised.Gap.VOLUMETRIC_DIVISOR))
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"2999.99, 0.01", "3000.00, ", "3000.01, "})
    void aQuoteOfWhichNothingIsLeftIsNotRanked(String duty, @Nullable String left) {
        Need need = need(Incoterm.DAP, Unit.CBM, null);
        Quote dutyPaid = quote("A", Incoterm.DDP, "3000", USD, null);

        Comparison comparison = compared(need, Map.of(Leg.DUTY, Money.parse(duty, "USD")), dutyPaid);

        assertThat(comparison.offers().stream()
                        .map(offer -> offer.usd().amount().toPlainString()))
                .isEqualTo(left == null ? List.of() : List.of(left));
        assertThat(comparison.incomparable()).hasSize(left == null ? 1 : 0);
    }

    @Test
    void unitsAreConvertedBeforeTheyAreAdded() {
        assertThat(Quantity.of("1", Unit.KG).plus(Quantity.of("100", Unit.LB)).value())
                .isEqualByComparingTo("46.359237");
        assertThat(Quantity.of("1", Unit.CBM).in(Unit.CUFT).value())
                .isBetween(new BigDecimal("35.3146"), new BigDecimal("35.3147"));
        assertThatThrownBy(() -> Quantity.of("1", Unit.KG).plus(Quantity.of("1", Unit.CBM)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 CBM is not measured in KG");
        assertThatThrownBy(() -> Quantity.of("0", Unit.PIECE)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "GOODS, EXW, ''",
        "GOODS, FOB, ORIGIN",
        "GOODS, DAP, ORIGIN MAIN_CARRIAGE DESTINATION",
        "GOODS, DDP, ORIGIN MAIN_CARRIAGE DESTINATION DUTY",
        "FREIGHT, EXW, ORIGIN MAIN_CARRIAGE DESTINATION",
        "FREIGHT, FOB, MAIN_CARRIAGE DESTINATION",
        "FREIGHT, DAP, ORIGIN MAIN_CARRIAGE DESTINATION",
        "FREIGHT, DDP, ORIGIN MAIN_CARRIAGE DESTINATION DUTY"
    })
    void sellerAndForwarderReadATermFromBothEnds(Purchase purchase, Incoterm incoterm, String legs) {
        assertThat(incoterm.legs(purchase))
                .extracting(Leg::name)
                .containsExactlyElementsOf(
                        Stream.of(legs.split(" ")).filter(leg -> !leg.isEmpty()).toList());
    }

    /** By hand: 900 for all three; 310 each makes 930; 6,800 CNY at the rate above, each, is more than both. */
    @Test
    void servicesAreComparedPerPieceAndNeverByWeight() {
        Need tests = new Need(Purchase.LAB_TESTS, "LAB_TESTS", "SPF in vivo", null, Load.ofPieces(3), Unit.PIECE);

        Comparison comparison = compared(
                tests,
                Map.of(),
                service("EACH", "310", USD, Unit.PIECE),
                service("WHOLE", "900", USD, null),
                service("BY-WEIGHT", "1", USD, Unit.KG),
                service("YUAN", "6800", CNY, Unit.PIECE));

        assertThat(comparison.offers())
                .extracting(offer -> offer.quote().quoteNo())
                .containsExactly("WHOLE", "EACH", "YUAN");
        assertThat(comparison.offers().get(0).usd()).isEqualTo(Money.parse("900", "USD"));
        assertThat(comparison.perUnit(comparison.offers().get(0))).isEqualByComparingTo("300");
        assertThat(comparison.incomparable())
                .extracting(Incomparable::gaps)
                .containsExactly(Set.of(Normalised.Gap.LOAD));
    }

    private static Quote service(String number, String price, Currency currency, @Nullable Unit unit) {
        return new Quote(
                "Lab " + number,
                number,
                1,
                "LAB_TESTS",
                null,
                new UnitPrice(new BigDecimal(price), currency),
                unit,
                20,
                TODAY.plusDays(9));
    }

    private static Comparison compared(Need need, Map<Leg, Money> legs, Quote... quotes) {
        List<Normalised> all = Stream.of(quotes)
                .map(quote -> need.normalise(quote, legs, RATES))
                .toList();
        return new Comparison(
                need,
                all.stream()
                        .filter(Comparable.class::isInstance)
                        .map(Comparable.class::cast)
                        .toList(),
                all.stream()
                        .filter(Incomparable.class::isInstance)
                        .map(Incomparable.class::cast)
                        .toList(),
                TODAY,
                History.NONE,
                Map.of());
    }

    private static Need need(Incoterm incoterm, Unit unit, @Nullable String divisor) {
        Load load = new Load(
                Quantity.of("3000", Unit.KG),
                Quantity.of("20", Unit.CBM),
                Quantity.of("1500", Unit.PIECE),
                divisor == null ? null : new BigDecimal(divisor));
        return new Need(Purchase.FREIGHT, "FREIGHT:TEST", "Yantian - Long Beach", incoterm, load, unit);
    }

    private static Quote quote(String number, Incoterm incoterm, String price, Currency currency, @Nullable Unit unit) {
        return new Quote(
                "Forwarder " + number,
                number,
                1,
                "OCEAN_LCL",
                incoterm,
                new UnitPrice(new BigDecimal(price), currency),
                unit,
                30,
                TODAY.plusDays(1));
    }
}
