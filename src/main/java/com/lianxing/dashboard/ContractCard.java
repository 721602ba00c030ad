package com.lianxing.dashboard;

import com.lianxing.access.CurrentPerson;
import com.lianxing.access.Person;
import com.lianxing.document.Documents;
import com.lianxing.document.StoreResult;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.Projects;
import com.lianxing.sourcing.Clauses;
import com.lianxing.sourcing.Contract;
import com.lianxing.sourcing.ContractResult;
import com.lianxing.sourcing.Contracts;
import com.lianxing.sourcing.InvoiceType;
import com.lianxing.sourcing.Suppliers;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The card of a supplier's page with what was agreed with it. */
@Controller
class ContractCard {

    /** Subject, and kind, of the files of a contract. */
    private static final String CONTRACT = "contract";

    private static final int LONGEST_NUMBER = 80;

    private final Contracts contracts;
    private final Suppliers suppliers;
    private final Documents documents;
    private final Projects projects;
    private final CurrentPerson currentPerson;
    private final Refusals refusals;
    private final WhoAndWhen said;
    private final MessageSource messages;

    ContractCard(
            Contracts contracts,
            Suppliers suppliers,
            Documents documents,
            Projects projects,
            CurrentPerson currentPerson,
            Refusals refusals,
            WhoAndWhen said,
            MessageSource messages) {
        this.contracts = contracts;
        this.suppliers = suppliers;
        this.documents = documents;
        this.projects = projects;
        this.currentPerson = currentPerson;
        this.refusals = refusals;
        this.said = said;
        this.messages = messages;
    }

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

    void write(UUID supplier, Person reader, Model model) {
        model.addAttribute(
                "contracts",
                contracts.of(supplier).stream()
                        .map(contract -> row(contract, reader))
                        .toList());
        model.addAttribute("key", UUID.randomUUID().toString());
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
        Person person = SuppliersPage.keeper(currentPerson);
        if (suppliers.find(id).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Optional<LocalDate> from = Entered.date(starts);
        Optional<Clauses> clauses = clauses(scope, serviceLevel, invoiceType, refund);
        boolean right = from.isPresent()
                && clauses.isPresent()
                && ProjectCode.isCode(project.strip())
                && projects.find(new ProjectCode(project.strip())).isPresent()
                && Entered.fits(number, LONGEST_NUMBER)
                && everyMonths >= 1
                && everyMonths <= 120
                && noticeDays >= 0
                && noticeDays <= 365;
        if (!right) {
            return refusals.back("CONTRACT_WRONG", SuppliersPage.page(id), person, redirect);
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
        return "redirect:" + SuppliersPage.page(id);
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
        Person person = SuppliersPage.keeper(currentPerson);
        find(id, contract);
        Optional<Clauses> clauses = clauses(scope, serviceLevel, invoiceType, refund);
        if (clauses.isEmpty()) {
            return refusals.back("CONTRACT_WRONG", SuppliersPage.page(id), person, redirect);
        }
        return shown(contracts.amend(contract, clauses.get(), person.id()), id, person, redirect);
    }

    @PostMapping("/suppliers/{id}/contracts/{contract}/activate")
    String activateContract(@PathVariable UUID id, @PathVariable UUID contract, RedirectAttributes redirect) {
        Person person = SuppliersPage.keeper(currentPerson);
        find(id, contract);
        return shown(contracts.activate(contract, person.id()), id, person, redirect);
    }

    @PostMapping("/suppliers/{id}/contracts/{contract}/end")
    String endContract(
            @PathVariable UUID id,
            @PathVariable UUID contract,
            @RequestParam String reason,
            RedirectAttributes redirect) {
        Person person = SuppliersPage.keeper(currentPerson);
        find(id, contract);
        if (!Entered.fits(reason, SuppliersPage.LONGEST_FINDING)) {
            return refusals.back("SUPPLIER_FINDING", SuppliersPage.page(id), person, redirect);
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
        Person person = SuppliersPage.keeper(currentPerson);
        find(id, contract);
        String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        try (InputStream content = file.getInputStream()) {
            StoreResult stored = documents.store(
                    CONTRACT, contract.toString(), CONTRACT.toUpperCase(Locale.ROOT), name, content, person.id());
            if (stored instanceof StoreResult.Refused refused) {
                return refusals.back(
                        "FILE_REFUSED",
                        SuppliersPage.page(id),
                        person,
                        redirect,
                        text(refused.reason().messageKey(), person));
            }
        }
        return "redirect:" + SuppliersPage.page(id);
    }

    private String shown(ContractResult result, UUID supplier, Person person, RedirectAttributes redirect) {
        if (result instanceof ContractResult.ClausesMissing clauses) {
            String missing = refusals.list(
                    clauses.missing().stream().map(Clauses.Clause::messageKey).toList(), person);
            return refusals.back(
                    ContractResult.ClausesMissing.RULE, SuppliersPage.page(supplier), person, redirect, missing);
        }
        if (result instanceof ContractResult.SamePerson) {
            return refusals.back(ContractResult.SamePerson.RULE, SuppliersPage.page(supplier), person, redirect);
        }
        if (result instanceof ContractResult.Fixed) {
            return refusals.back(ContractResult.Fixed.RULE, SuppliersPage.page(supplier), person, redirect);
        }
        return "redirect:" + SuppliersPage.page(supplier);
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

    private static Optional<Clauses> clauses(
            String scope, String serviceLevel, @Nullable InvoiceType invoiceType, String refund) {
        try {
            return Optional.of(new Clauses(
                    scope.replace("\0", ""), serviceLevel.replace("\0", ""), invoiceType, refund.replace("\0", "")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private ContractRow row(Contract contract, Person reader) {
        String ended = said.text(contract.endedBy(), contract.endedAt(), reader);
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
                said.text(contract.activatedBy(), contract.activatedAt(), reader),
                ended == null ? null : ended + ": " + contract.endReason());
    }

    private String text(String key, Person reader) {
        return messages.getMessage(key, null, reader.language());
    }
}
