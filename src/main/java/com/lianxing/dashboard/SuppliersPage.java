package com.lianxing.dashboard;

import com.lianxing.access.CurrentPerson;
import com.lianxing.access.People;
import com.lianxing.access.Person;
import com.lianxing.access.Role;
import com.lianxing.calendar.BothClocks;
import com.lianxing.document.Documents;
import com.lianxing.document.StoreResult;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.Projects;
import com.lianxing.sourcing.Clauses;
import com.lianxing.sourcing.Contract;
import com.lianxing.sourcing.ContractResult;
import com.lianxing.sourcing.Contracts;
import com.lianxing.sourcing.DueDiligence;
import com.lianxing.sourcing.InvoiceType;
import com.lianxing.sourcing.Supplier;
import com.lianxing.sourcing.SupplierCheck;
import com.lianxing.sourcing.SupplierDetails;
import com.lianxing.sourcing.SupplierResult;
import com.lianxing.sourcing.SupplierScores;
import com.lianxing.sourcing.Suppliers;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Whom we buy from: who vouches for each, what was looked at, and what was agreed. */
@Controller
class SuppliersPage {

    private static final Set<Role> KEEPERS = EnumSet.of(
            Role.PROJECT_MANAGER, Role.COMPLIANCE, Role.PURCHASING, Role.LOGISTICS, Role.OPERATIONS, Role.FINANCE);

    /** Subject, and kind, of the files of a contract. */
    private static final String CONTRACT = "contract";

    private static final int PAGE = 100;
    private static final int LONGEST_FINDING = 1_000;

    private final Suppliers suppliers;
    private final Contracts contracts;
    private final SupplierScores scores;
    private final Documents documents;
    private final Projects projects;
    private final People people;
    private final CurrentPerson currentPerson;
    private final MessageSource messages;

    SuppliersPage(
            Suppliers suppliers,
            Contracts contracts,
            SupplierScores scores,
            Documents documents,
            Projects projects,
            People people,
            CurrentPerson currentPerson,
            MessageSource messages) {
        this.suppliers = suppliers;
        this.contracts = contracts;
        this.scores = scores;
        this.documents = documents;
        this.projects = projects;
        this.people = people;
        this.currentPerson = currentPerson;
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

    record ContractRow(
            UUID id,
            String number,
            String project,
            String starts,
            int everyMonths,
            int noticeDays,
            Clauses clauses,
            List<FileLink> files,
            String state,
            boolean draft,
            boolean open,
            @Nullable String activated,
            @Nullable String ended) {}

    record FileLink(UUID id, String name) {}

    @GetMapping("/suppliers")
    String list(@RequestParam(defaultValue = "") String after, Model model) {
        Person reader = currentPerson.require();
        List<Supplier> page = suppliers.list(after, PAGE);
        model.addAttribute(
                "suppliers",
                page.stream().map(supplier -> row(supplier, reader)).toList());
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
        model.addAttribute("row", row(supplier, reader));
        model.addAttribute(
                "checks",
                Arrays.stream(DueDiligence.values())
                        .map(item -> new CheckRow(
                                item.name(), text(item.messageKey(), reader), found(found.get(item), reader)))
                        .toList());
        model.addAttribute(
                "contracts",
                contracts.of(id).stream().map(contract -> row(contract, reader)).toList());
        model.addAttribute("key", UUID.randomUUID().toString());
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
            return refused("SUPPLIER_WRONG", "/suppliers", person, redirect);
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
            return refused("SUPPLIER_WRONG", page(id), person, redirect);
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
        if (!fits(finding)) {
            return refused("SUPPLIER_FINDING", page(id), person, redirect);
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

    /** @param key written into the form: a second click enters it once */
    @PostMapping("/suppliers/{id}/contracts")
    String enterContract(
            @PathVariable UUID id,
            @RequestParam UUID key,
            @RequestParam String number,
            @RequestParam String project,
            @RequestParam String starts,
            @RequestParam int everyMonths,
            @RequestParam int noticeDays,
            @RequestParam String scope,
            @RequestParam String serviceLevel,
            @RequestParam(required = false) @Nullable InvoiceType invoiceType,
            @RequestParam String refund,
            RedirectAttributes redirect) {
        Person person = keeper();
        find(id);
        Optional<LocalDate> from = date(starts);
        Optional<Clauses> clauses = clauses(scope, serviceLevel, invoiceType, refund);
        boolean right = from.isPresent()
                && clauses.isPresent()
                && ProjectCode.isCode(project.strip())
                && projects.find(new ProjectCode(project.strip())).isPresent()
                && isNumber(number)
                && everyMonths >= 1
                && everyMonths <= 120
                && noticeDays >= 0
                && noticeDays <= 365;
        if (!right) {
            return refused("CONTRACT_WRONG", page(id), person, redirect);
        }
        contracts.enter(
                key,
                id,
                new ProjectCode(project.strip()),
                number,
                from.orElseThrow(),
                everyMonths,
                noticeDays,
                clauses.orElseThrow(),
                person.id());
        return "redirect:" + page(id);
    }

    @PostMapping("/suppliers/{id}/contracts/{contract}")
    String amendContract(
            @PathVariable UUID id,
            @PathVariable UUID contract,
            @RequestParam String scope,
            @RequestParam String serviceLevel,
            @RequestParam(required = false) @Nullable InvoiceType invoiceType,
            @RequestParam String refund,
            RedirectAttributes redirect) {
        Person person = keeper();
        find(id, contract);
        Optional<Clauses> clauses = clauses(scope, serviceLevel, invoiceType, refund);
        if (clauses.isEmpty()) {
            return refused("CONTRACT_WRONG", page(id), person, redirect);
        }
        return shown(contracts.amend(contract, clauses.get(), person.id()), id, person, redirect);
    }

    @PostMapping("/suppliers/{id}/contracts/{contract}/activate")
    String activateContract(@PathVariable UUID id, @PathVariable UUID contract, RedirectAttributes redirect) {
        Person person = keeper();
        find(id, contract);
        return shown(contracts.activate(contract, person.id()), id, person, redirect);
    }

    @PostMapping("/suppliers/{id}/contracts/{contract}/end")
    String endContract(
            @PathVariable UUID id,
            @PathVariable UUID contract,
            @RequestParam String reason,
            RedirectAttributes redirect) {
        Person person = keeper();
        find(id, contract);
        if (!fits(reason)) {
            return refused("SUPPLIER_FINDING", page(id), person, redirect);
        }
        return shown(contracts.end(contract, reason, person.id()), id, person, redirect);
    }

    /** What was signed; it may come before the contract counts and after. */
    @PostMapping("/suppliers/{id}/contracts/{contract}/files")
    String attach(
            @PathVariable UUID id,
            @PathVariable UUID contract,
            @RequestParam MultipartFile file,
            RedirectAttributes redirect)
            throws IOException {
        Person person = keeper();
        find(id, contract);
        String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        try (InputStream content = file.getInputStream()) {
            StoreResult stored = documents.store(
                    CONTRACT, contract.toString(), CONTRACT.toUpperCase(Locale.ROOT), name, content, person.id());
            if (stored instanceof StoreResult.Refused refused) {
                return refused(
                        "FILE_REFUSED",
                        page(id),
                        person,
                        redirect,
                        text(refused.reason().messageKey(), person));
            }
        }
        return "redirect:" + page(id);
    }

    private String shown(SupplierResult result, String page, Person person, RedirectAttributes redirect) {
        if (result instanceof SupplierResult.DuplicateName taken) {
            return refused(
                    SupplierResult.DuplicateName.RULE,
                    page,
                    person,
                    redirect,
                    taken.existing().name());
        }
        if (result instanceof SupplierResult.SamePerson) {
            return refused(SupplierResult.SamePerson.RULE, page, person, redirect);
        }
        if (result instanceof SupplierResult.ChecksOpen checks) {
            String open =
                    names(checks.open().stream().map(DueDiligence::messageKey).toList(), person);
            return refused(SupplierResult.ChecksOpen.RULE, page, person, redirect, open);
        }
        return "redirect:" + page(((SupplierResult.Saved) result).supplier().id());
    }

    private String shown(ContractResult result, UUID supplier, Person person, RedirectAttributes redirect) {
        if (result instanceof ContractResult.ClausesMissing clauses) {
            String missing = names(
                    clauses.missing().stream().map(Clauses.Clause::messageKey).toList(), person);
            return refused(ContractResult.ClausesMissing.RULE, page(supplier), person, redirect, missing);
        }
        if (result instanceof ContractResult.SamePerson) {
            return refused(ContractResult.SamePerson.RULE, page(supplier), person, redirect);
        }
        if (result instanceof ContractResult.Fixed) {
            return refused(ContractResult.Fixed.RULE, page(supplier), person, redirect);
        }
        return "redirect:" + page(supplier);
    }

    private String refused(String rule, String page, Person person, RedirectAttributes redirect, Object... arguments) {
        redirect.addFlashAttribute("refusal", messages.getMessage("refusal." + rule, arguments, person.language()));
        return "redirect:" + page;
    }

    private static String page(UUID id) {
        return "/suppliers/" + id;
    }

    private String names(List<String> keys, Person person) {
        return keys.stream()
                .map(key -> text(key, person))
                .collect(Collectors.joining(person.readsChinese() ? "、" : ", "));
    }

    private Person keeper() {
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

    private void find(UUID supplier, UUID contract) {
        boolean known = contracts
                .find(contract)
                .filter(found -> found.supplier().equals(supplier))
                .isPresent();
        if (!known) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    private static Optional<SupplierDetails> details(
            String name, Supplier.Kind kind, String country, Supplier.RiskRating risk) {
        try {
            return Optional.of(new SupplierDetails(name.replace("\0", ""), kind, country.strip(), risk));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Clauses> clauses(
            String scope, String serviceLevel, @Nullable InvoiceType invoiceType, String refund) {
        try {
            return Optional.of(new Clauses(
                    scope.replace("\0", ""), serviceLevel.replace("\0", ""), invoiceType, refund.replace("\0", "")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean fits(String text) {
        return !text.isBlank() && text.strip().length() <= LONGEST_FINDING && text.indexOf('\0') < 0;
    }

    private static boolean isNumber(String text) {
        return !text.isBlank() && text.strip().length() <= 80 && text.indexOf('\0') < 0;
    }

    private static Optional<LocalDate> date(String text) {
        try {
            LocalDate date = LocalDate.parse(text);
            return date.getYear() >= 2000 && date.getYear() < 2200 ? Optional.of(date) : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private SupplierRow row(Supplier supplier, Person reader) {
        return new SupplierRow(
                supplier.id(),
                supplier.name(),
                text(supplier.kind().messageKey(), reader),
                supplier.country(),
                text(supplier.riskRating().messageKey(), reader),
                supplier.riskRating() == Supplier.RiskRating.HIGH,
                said(supplier.verifiedBy(), supplier.verifiedAt(), reader),
                scores.of(supplier.id())
                        .map(score -> messages.getMessage(
                                "ui.suppliers.scored",
                                new Object[] {score.average().toPlainString(), score.projects()},
                                reader.language()))
                        .orElse(null));
    }

    private @Nullable Found found(@Nullable SupplierCheck check, Person reader) {
        return check == null
                ? null
                : new Found(
                        check.passed(),
                        check.finding(),
                        name(check.checkedBy()),
                        BothClocks.text(check.checkedAt(), reader.zone(), reader.language()));
    }

    private ContractRow row(Contract contract, Person reader) {
        String ended = said(contract.endedBy(), contract.endedAt(), reader);
        return new ContractRow(
                contract.id(),
                contract.number(),
                contract.project().value(),
                contract.starts().toString(),
                contract.everyMonths(),
                contract.noticeDays(),
                contract.clauses(),
                documents.list(CONTRACT, contract.id().toString()).stream()
                        .map(file -> new FileLink(file.id(), file.name()))
                        .toList(),
                text(contract.state().messageKey(), reader),
                contract.state() == Contract.State.DRAFT,
                contract.state() != Contract.State.ENDED,
                said(contract.activatedBy(), contract.activatedAt(), reader),
                ended == null ? null : ended + ": " + contract.endReason());
    }

    private @Nullable String said(@Nullable String by, @Nullable Instant at, Person reader) {
        return by == null || at == null
                ? null
                : messages.getMessage(
                        "ui.suppliers.said",
                        new Object[] {name(by), BothClocks.text(at, reader.zone(), reader.language())},
                        reader.language());
    }

    private String name(String person) {
        return people.find(person).map(Person::name).orElse(person);
    }

    private String text(String key, Person reader) {
        return messages.getMessage(key, null, reader.language());
    }
}
