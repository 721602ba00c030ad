package com.lianxing.deliverable.portal;

import com.lianxing.access.PageLanguage;
import com.lianxing.access.People;
import com.lianxing.access.Person;
import com.lianxing.calendar.BothClocks;
import com.lianxing.calendar.Clock;
import com.lianxing.calendar.Deadline;
import com.lianxing.deliverable.Comments;
import com.lianxing.deliverable.Deliverable;
import com.lianxing.deliverable.Deliverables;
import com.lianxing.deliverable.DeliveredVersion;
import com.lianxing.deliverable.DeliveryStep;
import com.lianxing.deliverable.OutsideParty;
import com.lianxing.deliverable.PortalLink;
import com.lianxing.deliverable.PortalLinks;
import com.lianxing.deliverable.Review;
import com.lianxing.deliverable.portal.Handover.Upload;
import com.lianxing.document.Documents;
import com.lianxing.document.StoreResult;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/**
 * One page for one deliverable. The secret in the address is all that anybody needs, and all it opens is what belongs to
 * its deliverable: no address here names another one. What was uploaded is handed out as an attachment only.
 */
@Controller
class PortalPages {

    private static final int LONGEST_NOTE = 1000;

    private final PortalLinks links;
    private final Deliverables deliverables;
    private final DeliveryStep step;
    private final Handover handover;
    private final Comments comments;
    private final Documents documents;
    private final People people;
    private final MessageSource messages;
    private final Clock clock;

    PortalPages(
            PortalLinks links,
            Deliverables deliverables,
            DeliveryStep step,
            Handover handover,
            Comments comments,
            Documents documents,
            People people,
            MessageSource messages,
            Clock clock) {
        this.links = links;
        this.deliverables = deliverables;
        this.step = step;
        this.handover = handover;
        this.comments = comments;
        this.documents = documents;
        this.people = people;
        this.messages = messages;
        this.clock = clock;
    }

    record VersionRow(
            int number,
            String fileName,
            String sha256,
            String at,
            boolean late,
            @Nullable String verdict,
            @Nullable String comment) {}

    record CommentRow(String author, String text, String at) {}

    record Page(
            String address,
            String language,
            String otherLanguage,
            String what,
            String reference,
            String party,
            String brief,
            @Nullable String dueClocks,
            boolean late,
            int round,
            int maxRounds,
            boolean waiting,
            List<VersionRow> versions,
            List<CommentRow> comments,
            String expires) {}

    @GetMapping("/portal/{token}")
    ModelAndView show(
            @PathVariable String token, @RequestParam(defaultValue = "") String done, HttpServletRequest request) {
        String notice = List.of("uploaded", "commented").contains(done) ? "portal.done." + done : null;
        return page(token, request, HttpStatus.OK, notice, null);
    }

    @PostMapping("/portal/{token}/versions")
    ModelAndView upload(
            @PathVariable String token,
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "") String note,
            HttpServletRequest request)
            throws IOException {
        String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        String said = note.strip();
        if (said.length() > LONGEST_NOTE || said.indexOf('\0') >= 0) {
            return page(token, request, HttpStatus.UNPROCESSABLE_ENTITY, null, "portal.refused.note");
        }
        Upload result = handover.upload(token, name, file.getBytes(), said);
        if (result instanceof Upload.Taken) {
            return back(token, "uploaded", request);
        }
        if (result instanceof Upload.Refused refused) {
            HttpStatus status = refused.reason() == StoreResult.Reason.TOO_LARGE
                    ? HttpStatus.PAYLOAD_TOO_LARGE
                    : HttpStatus.UNPROCESSABLE_ENTITY;
            return page(token, request, status, null, refused.reason().messageKey());
        }
        if (result instanceof Upload.SameAs same) {
            return page(token, request, HttpStatus.CONFLICT, null, "portal.refused.same", same.version());
        }
        return page(token, request, HttpStatus.CONFLICT, null, "portal.refused.notWaiting");
    }

    @PostMapping("/portal/{token}/comments")
    ModelAndView comment(@PathVariable String token, @RequestParam String text, HttpServletRequest request) {
        return handover.comment(token, text)
                ? back(token, "commented", request)
                : page(
                        token,
                        request,
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        null,
                        "portal.refused.comment",
                        Comments.LONGEST);
    }

    /** Only of the link's own deliverable; always an attachment. */
    @GetMapping("/portal/{token}/versions/{number}")
    ResponseEntity<byte[]> download(@PathVariable String token, @PathVariable int number) {
        Optional<DeliveredVersion> wanted = links.find(token)
                .filter(link -> links.state(link) == PortalLink.State.OPEN)
                .flatMap(link -> deliverables.versions(link.deliverable()).stream()
                        .filter(version -> version.number() == number)
                        .findFirst());
        return wanted.map(version -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_OCTET_STREAM)
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename(version.fileName(), StandardCharsets.UTF_8)
                                        .build()
                                        .toString())
                        .header("X-Content-Type-Options", "nosniff")
                        .body(documents.open(version.documentId())))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** Refused before it was read to its end. */
    @ExceptionHandler
    ModelAndView tooLarge(MaxUploadSizeExceededException tooLarge, HttpServletRequest request) {
        Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        String token = variables instanceof Map<?, ?> map ? String.valueOf(map.get("token")) : "";
        return page(token, request, HttpStatus.PAYLOAD_TOO_LARGE, null, StoreResult.Reason.TOO_LARGE.messageKey());
    }

    private ModelAndView back(String token, String done, HttpServletRequest request) {
        String wish = request.getParameter("lang");
        String language = "zh".equals(wish) || "en".equals(wish) ? "&lang=" + wish : "";
        RedirectView view = new RedirectView("/portal/" + token + "?done=" + done + language, true);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(view);
    }

    private ModelAndView page(
            String token,
            HttpServletRequest request,
            HttpStatus status,
            @Nullable String notice,
            @Nullable String refusal,
            Object... arguments) {
        Optional<PortalLink> found = links.find(token);
        if (found.isEmpty()) {
            Locale language = language(request, request.getLocale());
            return closed("UNKNOWN", HttpStatus.NOT_FOUND, language);
        }
        PortalLink.State state = links.state(found.get());
        Deliverable wanted = deliverables.require(found.get().deliverable());
        if (state != PortalLink.State.OPEN) {
            return closed(state.name(), HttpStatus.GONE, language(request, request.getLocale()));
        }
        OutsideParty party = Objects.requireNonNull(wanted.party());
        Locale language = language(request, party.language());
        ModelAndView view = new ModelAndView("portal", status);
        view.addObject("page", page(token, found.get(), wanted, party, language));
        view.addObject("notice", notice == null ? null : messages.getMessage(notice, null, language));
        view.addObject("refusal", refusal == null ? null : messages.getMessage(refusal, arguments, language));
        return view;
    }

    private static ModelAndView closed(String reason, HttpStatus status, Locale language) {
        return new ModelAndView("portal-closed", Map.of("reason", reason, "language", language.getLanguage()), status);
    }

    /** What the address asks for, else this; the page is then written in it. */
    private static Locale language(HttpServletRequest request, Locale otherwise) {
        String wish = request.getParameter("lang");
        String code = "zh".equals(wish) || "en".equals(wish) ? wish : otherwise.getLanguage();
        Locale language = "zh".equals(code) ? Locale.CHINESE : Locale.ENGLISH;
        PageLanguage.set(request, language);
        return language;
    }

    private Page page(String token, PortalLink link, Deliverable wanted, OutsideParty party, Locale language) {
        boolean waiting = step.waiting(wanted).isPresent();
        Deadline due = waiting ? wanted.due() : null;
        ZoneId zone = party.zone();
        List<Review> reviews = deliverables.reviews(wanted.id());
        return new Page(
                "/portal/" + token,
                language.getLanguage(),
                language.equals(Locale.CHINESE) ? "en" : "zh",
                wanted.named(messages.getMessage("deliverable." + wanted.kind(), null, wanted.kind(), language)),
                wanted.id().toString().substring(0, 8),
                party.name(),
                wanted.brief(),
                due == null ? null : BothClocks.text(due, language),
                due != null && due.isPast(clock.now()),
                wanted.round(),
                wanted.maxRounds(),
                waiting,
                deliverables.versions(wanted.id()).stream()
                        .map(version -> row(version, reviews, zone, language))
                        .toList(),
                comments.of(wanted.id()).stream()
                        .map(comment -> new CommentRow(
                                author(comment.author(), party),
                                comment.text(),
                                BothClocks.text(comment.at(), zone, language)))
                        .toList(),
                BothClocks.text(link.expiresAt(), zone, language));
    }

    private VersionRow row(DeliveredVersion version, List<Review> reviews, ZoneId zone, Locale language) {
        Optional<Review> last = reviews.stream()
                .filter(review -> review.version() == version.number())
                .reduce((earlier, later) -> later);
        return new VersionRow(
                version.number(),
                version.fileName(),
                version.sha256(),
                BothClocks.text(version.deliveredAt(), zone, language),
                version.isLate(),
                last.map(review -> messages.getMessage("fact.review." + review.verdict(), null, language))
                        .orElse(null),
                last.map(Review::comment).filter(comment -> !comment.isBlank()).orElse(null));
    }

    /** Another party's name is none of this one's business. */
    private String author(String author, OutsideParty reader) {
        if (author.equals(reader.actor())) {
            return reader.name();
        }
        return people.find(author).map(Person::name).orElse("–");
    }
}
