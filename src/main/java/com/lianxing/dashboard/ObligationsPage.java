package com.lianxing.dashboard;

import com.lianxing.access.CurrentPerson;
import com.lianxing.access.People;
import com.lianxing.access.Person;
import com.lianxing.access.Role;
import com.lianxing.calendar.BothClocks;
import com.lianxing.calendar.Clock;
import com.lianxing.obligation.Obligation;
import com.lianxing.obligation.ObligationKind;
import com.lianxing.obligation.Obligations;
import com.lianxing.obligation.PeriodState;
import com.lianxing.obligation.Terms;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.Projects;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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

/** What has to be renewed, by its date; contracts and subscriptions are entered here, registrations by their project. */
@Controller
class ObligationsPage {

    private static final Set<Role> KEEPERS =
            EnumSet.of(Role.PROJECT_MANAGER, Role.COMPLIANCE, Role.PURCHASING, Role.FINANCE);

    private static final String PAGE = "/obligations";

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_NUMBER = 80;
    private static final int LONGEST_REASON = 1_000;

    private final Obligations obligations;
    private final Projects projects;
    private final People people;
    private final CurrentPerson currentPerson;
    private final Refusals refusals;
    private final MessageSource messages;
    private final Clock clock;

    ObligationsPage(
            Obligations obligations,
            Projects projects,
            People people,
            CurrentPerson currentPerson,
            Refusals refusals,
            MessageSource messages,
            Clock clock) {
        this.obligations = obligations;
        this.projects = projects;
        this.people = people;
        this.currentPerson = currentPerson;
        this.refusals = refusals;
        this.messages = messages;
        this.clock = clock;
    }

    record ObligationRow(
            UUID id,
            String kind,
            String name,
            String number,
            String project,
            String owner,
            String deputy,
            String opens,
            String dueClocks,
            String state,
            boolean bad,
            boolean mayEnd) {}

    @GetMapping(PAGE)
    String page(Model model) {
        Person reader = currentPerson.require();
        model.addAttribute(
                "obligations",
                obligations.standings().stream()
                        .map(standing -> row(standing, reader))
                        .toList());
        boolean mayEnter = reader.roles().stream().anyMatch(KEEPERS::contains);
        model.addAttribute("mayEnter", mayEnter);
        model.addAttribute("key", UUID.randomUUID().toString());
        model.addAttribute(
                "people",
                mayEnter
                        ? people.all().stream()
                                .filter(person -> person.holds(Role.COMPLIANCE) || person.holds(Role.PROJECT_MANAGER))
                                .toList()
                        : List.of());
        return "obligations";
    }

    private ObligationRow row(Obligations.Standing standing, Person reader) {
        Obligation obligation = standing.obligation();
        PeriodState state = standing.state();
        boolean late = standing.period().due().isPast(clock.now());
        return new ObligationRow(
                obligation.id(),
                text(obligation.terms().kind().messageKey(), reader),
                obligation.name(),
                obligation.number(),
                obligation.project().value(),
                people.name(obligation.owner()),
                people.name(obligation.deputy()),
                standing.period().opens().toString(),
                BothClocks.text(standing.period().due(), reader.language()),
                text(state == null ? "ui.obligations.later" : state.messageKey(), reader),
                state == PeriodState.BREACHED || (state == PeriodState.OPEN && late),
                mayEnd(obligation, reader));
    }

    /** @param key written into the form: a second click enters it once */
    @PostMapping(PAGE)
    String enter(
            @RequestParam UUID key,
            @RequestParam ObligationKind kind,
            @RequestParam String name,
            @RequestParam String number,
            @RequestParam String project,
            @RequestParam String from,
            @RequestParam int everyMonths,
            @RequestParam int noticeDays,
            @RequestParam String owner,
            @RequestParam String deputy,
            RedirectAttributes redirect) {
        Person person = keeper();
        Optional<LocalDate> anchor = Entered.date(from);
        boolean right = !kind.isLegal()
                && anchor.isPresent()
                && Entered.fits(name, LONGEST_NAME)
                && Entered.fits(number, LONGEST_NUMBER)
                && ProjectCode.isCode(project.strip())
                && projects.find(new ProjectCode(project.strip())).isPresent()
                && everyMonths >= 1
                && everyMonths <= 120
                && noticeDays >= 0
                && noticeDays <= 365
                && !owner.equals(deputy)
                && people.find(owner).isPresent()
                && people.find(deputy).isPresent();
        if (!right) {
            return refusals.back("OBLIGATION_WRONG", PAGE, person, redirect);
        }
        obligations.create(
                key,
                new Terms(kind, anchor.orElseThrow(), everyMonths, noticeDays),
                name.strip(),
                number.strip(),
                new ProjectCode(project.strip()),
                owner,
                deputy,
                Set.of(),
                person.id());
        return "redirect:" + PAGE;
    }

    @PostMapping("/obligations/{id}/people")
    String assign(
            @PathVariable UUID id,
            @RequestParam String owner,
            @RequestParam String deputy,
            RedirectAttributes redirect) {
        Person person = keeper();
        boolean right = !owner.equals(deputy)
                && people.find(owner).isPresent()
                && people.find(deputy).isPresent();
        if (!right || !find(id).goesOn()) {
            return refusals.back("OBLIGATION_WRONG", PAGE, person, redirect);
        }
        obligations.assign(id, owner, deputy, person.id());
        return "redirect:" + PAGE;
    }

    @PostMapping("/obligations/{id}/end")
    String end(@PathVariable UUID id, @RequestParam String reason, RedirectAttributes redirect) {
        Person person = keeper();
        Obligation obligation = find(id);
        if (!Entered.fits(reason, LONGEST_REASON)) {
            return refusals.back("OBLIGATION_REASON", PAGE, person, redirect);
        }
        if (!mayEnd(obligation, person)) {
            return refusals.back("OBLIGATION_OWNER", PAGE, person, redirect);
        }
        obligations.end(id, reason, person.id());
        return "redirect:" + PAGE;
    }

    /** Whoever is to renew it does not say that nobody needs it. */
    private static boolean mayEnd(Obligation obligation, Person person) {
        return person.roles().stream().anyMatch(KEEPERS::contains)
                && obligation.goesOn()
                && !obligation.owner().equals(person.id());
    }

    private Obligation find(UUID id) {
        return obligations.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Person keeper() {
        Person person = currentPerson.require();
        if (person.roles().stream().noneMatch(KEEPERS::contains)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return person;
    }

    private String text(String key, Person reader) {
        return messages.getMessage(key, null, reader.language());
    }
}
