package com.lianxing.dashboard;

import com.lianxing.access.CurrentPerson;
import com.lianxing.access.People;
import com.lianxing.access.Person;
import com.lianxing.access.Role;
import com.lianxing.calendar.BothClocks;
import com.lianxing.sourcing.DueDiligence;
import com.lianxing.sourcing.Supplier;
import com.lianxing.sourcing.SupplierCheck;
import com.lianxing.sourcing.SupplierDetails;
import com.lianxing.sourcing.SupplierResult;
import com.lianxing.sourcing.SupplierScores;
import com.lianxing.sourcing.SupplierScores.Score;
import com.lianxing.sourcing.Suppliers;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Whom we buy from: who vouches for each, what was looked at, and how they did; {@link ContractCard} adds what was agreed. */
@Controller
class SuppliersPage {

    private static final Set<Role> KEEPERS = EnumSet.of(
            Role.PROJECT_MANAGER, Role.COMPLIANCE, Role.PURCHASING, Role.LOGISTICS, Role.OPERATIONS, Role.FINANCE);

    private static final int PAGE = 100;
    static final int LONGEST_FINDING = 1_000;

    private final Suppliers suppliers;
    private final ContractCard contracts;
    private final SupplierScores scores;
    private final People people;
    private final CurrentPerson currentPerson;
    private final Refusals refusals;
    private final WhoAndWhen said;
    private final MessageSource messages;

    SuppliersPage(
            Suppliers suppliers,
            ContractCard contracts,
            SupplierScores scores,
            People people,
            CurrentPerson currentPerson,
            Refusals refusals,
            WhoAndWhen said,
            MessageSource messages) {
        this.suppliers = suppliers;
        this.contracts = contracts;
        this.scores = scores;
        this.people = people;
        this.currentPerson = currentPerson;
        this.refusals = refusals;
        this.said = said;
        this.messages = messages;
    }

    /**
     * @param verified by whom and when, on both clocks; null while nobody did
     * @param score as closed projects scored it; null while none did
     */
    record SupplierRow(
            UUID id,
            String name,
            String kind,
            String country,
            String risk,
            boolean high,
            @Nullable String verified,
            @Nullable String score) {}

    /** @param found null while nobody looked since the supplier was last changed */
    record CheckRow(String item, String name, @Nullable Found found) {}

    record Found(boolean passed, String finding, String who, String when) {}

    @GetMapping("/suppliers")
    String list(@RequestParam(defaultValue = "") String after, Model model) {
        Person reader = currentPerson.require();
        List<Supplier> page = suppliers.list(after, PAGE);
        Map<UUID, Score> scored = scores.of(page.stream().map(Supplier::id).toList());
        model.addAttribute(
                "suppliers",
                page.stream()
                        .map(supplier -> row(supplier, scored.get(supplier.id()), reader))
                        .toList());
        model.addAttribute(
                "next", page.size() < PAGE ? null : page.get(PAGE - 1).name());
        model.addAttribute("mayKeep", mayKeep(reader));
        return "suppliers";
    }

    @GetMapping("/suppliers/{id}")
    String one(@PathVariable UUID id, Model model) {
        Person reader = currentPerson.require();
        Supplier supplier = find(id);
        Map<DueDiligence, SupplierCheck> found =
                suppliers.checks(id).stream().collect(Collectors.toMap(SupplierCheck::item, Function.identity()));
        model.addAttribute("supplier", supplier);
        model.addAttribute("row", row(supplier, scores.of(List.of(id)).get(id), reader));
        model.addAttribute(
                "checks",
                Arrays.stream(DueDiligence.values())
                        .map(item -> new CheckRow(
                                item.name(), text(item.messageKey(), reader), found(found.get(item), reader)))
                        .toList());
        contracts.write(id, reader, model);
        model.addAttribute("mayKeep", mayKeep(reader));
        return "supplier";
    }

    @PostMapping("/suppliers")
    String add(
            @RequestParam String name,
            @RequestParam Supplier.Kind kind,
            @RequestParam String country,
            @RequestParam Supplier.RiskRating risk,
            RedirectAttributes redirect) {
        Person person = keeper();
        Optional<SupplierDetails> details = details(name, kind, country, risk);
        if (details.isEmpty()) {
            return refusals.back("SUPPLIER_WRONG", "/suppliers", person, redirect);
        }
        return shown(suppliers.add(details.get(), person.id()), "/suppliers", person, redirect);
    }

    @PostMapping("/suppliers/{id}")
    String edit(
            @PathVariable UUID id,
            @RequestParam String name,
            @RequestParam Supplier.Kind kind,
            @RequestParam String country,
            @RequestParam Supplier.RiskRating risk,
            RedirectAttributes redirect) {
        Person person = keeper();
        find(id);
        Optional<SupplierDetails> details = details(name, kind, country, risk);
        if (details.isEmpty()) {
            return refusals.back("SUPPLIER_WRONG", page(id), person, redirect);
        }
        return shown(suppliers.edit(id, details.get(), person.id()), page(id), person, redirect);
    }

    @PostMapping("/suppliers/{id}/checks")
    String check(
            @PathVariable UUID id,
            @RequestParam DueDiligence item,
            @RequestParam boolean passed,
            @RequestParam String finding,
            RedirectAttributes redirect) {
        Person person = keeper();
        find(id);
        if (!Entered.fits(finding, LONGEST_FINDING)) {
            return refusals.back("SUPPLIER_FINDING", page(id), person, redirect);
        }
        suppliers.check(id, item, passed, finding, person.id());
        return "redirect:" + page(id);
    }

    @PostMapping("/suppliers/{id}/verify")
    String verify(@PathVariable UUID id, RedirectAttributes redirect) {
        Person person = keeper();
        find(id);
        return shown(suppliers.verify(id, person.id()), page(id), person, redirect);
    }

    private String shown(SupplierResult result, String page, Person person, RedirectAttributes redirect) {
        if (result instanceof SupplierResult.DuplicateName taken) {
            return refusals.back(
                    SupplierResult.DuplicateName.RULE,
                    page,
                    person,
                    redirect,
                    taken.existing().name());
        }
        if (result instanceof SupplierResult.SamePerson) {
            return refusals.back(SupplierResult.SamePerson.RULE, page, person, redirect);
        }
        if (result instanceof SupplierResult.ChecksOpen checks) {
            String open = refusals.list(
                    checks.open().stream().map(DueDiligence::messageKey).toList(), person);
            return refusals.back(SupplierResult.ChecksOpen.RULE, page, person, redirect, open);
        }
        return "redirect:" + page(((SupplierResult.Saved) result).supplier().id());
    }

    static String page(UUID id) {
        return "/suppliers/" + id;
    }

    private Person keeper() {
        return keeper(currentPerson);
    }

    /** Whoever asks, if suppliers are their work. */
    static Person keeper(CurrentPerson currentPerson) {
        Person person = currentPerson.require();
        if (!mayKeep(person)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return person;
    }

    private static boolean mayKeep(Person person) {
        return person.roles().stream().anyMatch(KEEPERS::contains);
    }

    private Supplier find(UUID id) {
        return suppliers.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static Optional<SupplierDetails> details(
            String name, Supplier.Kind kind, String country, Supplier.RiskRating risk) {
        try {
            return Optional.of(new SupplierDetails(name.replace("\0", ""), kind, country.strip(), risk));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private SupplierRow row(Supplier supplier, @Nullable Score score, Person reader) {
        return new SupplierRow(
                supplier.id(),
                supplier.name(),
                text(supplier.kind().messageKey(), reader),
                supplier.country(),
                text(supplier.riskRating().messageKey(), reader),
                supplier.riskRating() == Supplier.RiskRating.HIGH,
                said.text(supplier.verifiedBy(), supplier.verifiedAt(), reader),
                score == null
                        ? null
                        : messages.getMessage(
                                "ui.suppliers.scored",
                                new Object[] {score.average().toPlainString(), score.projects()},
                                reader.language()));
    }

    private @Nullable Found found(@Nullable SupplierCheck check, Person reader) {
        return check == null
                ? null
                : new Found(
                        check.passed(),
                        check.finding(),
                        people.name(check.checkedBy()),
                        BothClocks.text(check.checkedAt(), reader.zone(), reader.language()));
    }

    private String text(String key, Person reader) {
        return messages.getMessage(key, null, reader.language());
    }
}
