package com.lianxing.process;

import com.lianxing.calendar.DeadlineKind;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.Sheet;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something a person has to do.
 *
 * @param step id of the user task in the model, for example {@code userTask_placeOrder}
 * @param name in English, as the model says it
 * @param nameZh the same in Chinese
 * @param shipmentId of a task of a single shipment
 * @param groups ids of the roles that may claim it
 * @param sheets grids that the step shows
 * @param requiredSheets those without whose rows it cannot be completed
 * @param editableSheets those that may be changed in this step: the required ones, and what the model adds
 * @param requiredEvidence kinds of files without which the step cannot be completed
 * @param deadlineKind who says until when it is to be done
 */
public record WorkItem(
        String taskId,
        String processKey,
        String processInstanceId,
        String step,
        String name,
        String nameZh,
        ProjectCode project,
        @Nullable String shipmentId,
        @Nullable String assignee,
        Set<String> groups,
        List<String> sheets,
        List<String> requiredSheets,
        List<String> editableSheets,
        List<String> requiredEvidence,
        @Nullable Instant dueAt,
        DeadlineKind deadlineKind) {

    public String name(Locale language) {
        return language.getLanguage().equals("zh") ? nameZh : name;
    }

    /** The rows that the sheet shows in this step; empty if they are a shipment's and the step is of no shipment. */
    public Optional<Sheet.Subject> subjectOf(Sheet sheet) {
        if (!sheet.perShipment()) {
            return Optional.of(Sheet.Subject.of(project));
        }
        return Optional.ofNullable(shipmentId).map(shipment -> new Sheet.Subject(project, shipment));
    }

    /** The kind of subject that the step's files belong to. */
    public String filesOfType() {
        return shipmentId == null ? "project" : "shipment";
    }

    /** What the step's files belong to: its shipment, else its project. */
    public String filesOf() {
        return shipmentId == null ? project.value() : shipmentId;
    }
}
