package com.lianxing.deliverable.portal;

import com.lianxing.audit.Sha256;
import com.lianxing.deliverable.Comments;
import com.lianxing.deliverable.DeliverResult;
import com.lianxing.deliverable.DeliverResult.Kept;
import com.lianxing.deliverable.Deliverable;
import com.lianxing.deliverable.Deliverables;
import com.lianxing.deliverable.DeliveredVersion;
import com.lianxing.deliverable.DeliveryStep;
import com.lianxing.deliverable.OutsideParty;
import com.lianxing.deliverable.PortalLink;
import com.lianxing.deliverable.PortalLinks;
import com.lianxing.document.Documents;
import com.lianxing.document.Examined;
import com.lianxing.document.StoreResult;
import com.lianxing.document.StoreResult.Stored;
import java.io.ByteArrayInputStream;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What somebody with a link does. The link is looked at in the transaction that it opens, so revoking it comes first or last. */
@Service
class Handover {

    private static final String KIND = "DELIVERABLE";

    private final PortalLinks links;
    private final Deliverables deliverables;
    private final DeliveryStep step;
    private final Documents documents;
    private final Comments comments;
    private final TransactionTemplate transaction;

    Handover(
            PortalLinks links,
            Deliverables deliverables,
            DeliveryStep step,
            Documents documents,
            Comments comments,
            TransactionTemplate transaction) {
        this.transaction = transaction;
        this.links = links;
        this.deliverables = deliverables;
        this.step = step;
        this.documents = documents;
        this.comments = comments;
    }

    /** What became of a file; all but {@link Taken} changed nothing. */
    sealed interface Upload {
        record Taken(DeliveredVersion version) implements Upload {}

        /** Nobody waits for a version: it is being reviewed, or it is over, or the project is on hold. */
        record NotWaiting() implements Upload {}

        record SameAs(int version) implements Upload {}

        record Refused(StoreResult.Reason reason) implements Upload {}

        record LinkShut() implements Upload {}
    }

    /** The file is examined before anything is locked: a scanner takes its time. */
    Upload upload(String token, String fileName, byte[] content, String note) {
        if (open(token).isEmpty()) {
            return new Upload.LinkShut();
        }
        Examined examined = documents.examine(fileName, new ByteArrayInputStream(content));
        if (examined instanceof Examined.Unfit unfit) {
            return new Upload.Refused(unfit.reason());
        }
        Examined.Fit fit = (Examined.Fit) examined;
        return Objects.requireNonNull(transaction.execute(status -> take(token, fit, note)));
    }

    private Upload take(String token, Examined.Fit file, String note) {
        Optional<Deliverable> open = open(token);
        if (open.isEmpty()) {
            return new Upload.LinkShut();
        }
        Deliverable wanted = deliverables.lock(open.get().id());
        OutsideParty party = Objects.requireNonNull(wanted.party());
        Optional<String> task = step.waiting(wanted);
        if (task.isEmpty()) {
            return new Upload.NotWaiting();
        }
        String sha256 = Sha256.of(file.bytes());
        Optional<DeliveredVersion> same = deliverables.versions(wanted.id()).stream()
                .filter(version -> version.sha256().equals(sha256))
                .findFirst();
        if (same.isPresent()) {
            return new Upload.SameAs(same.get().number());
        }
        StoreResult stored = documents.store(
                UUID.randomUUID(), "project", wanted.project().value(), KIND, file, party.actor(), task.get());
        if (stored instanceof StoreResult.Refused refused) {
            return new Upload.Refused(refused.reason());
        }
        DeliverResult result = deliverables.deliver(wanted.id(), ((Stored) stored).document(), party.actor());
        if (!(result instanceof Kept kept)) {
            throw new IllegalStateException("looked at under the lock, and yet " + result);
        }
        step.end(wanted, party, task.get(), kept.version(), note);
        return new Upload.Taken(kept.version());
    }

    /** @return false if the link is shut or the comment is not taken */
    @Transactional
    boolean comment(String token, String text) {
        return open(token)
                .map(wanted -> comments.add(
                        wanted.id(), Objects.requireNonNull(wanted.party()).actor(), text))
                .orElse(false);
    }

    private Optional<Deliverable> open(String token) {
        return links.find(token)
                .filter(link -> links.state(link) == PortalLink.State.OPEN)
                .map(link -> deliverables.require(link.deliverable()));
    }
}
