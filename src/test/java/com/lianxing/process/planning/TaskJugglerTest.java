package com.lianxing.process.planning;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.lianxing.calendar.WorkingCalendar;
import com.lianxing.process.planning.PlannedNetwork.Ways;
import com.lianxing.schedule.Effort;
import com.lianxing.schedule.Network;
import com.lianxing.schedule.Network.Step;
import com.lianxing.schedule.Schedule;
import com.lianxing.schedule.Workplace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The three lifecycles against TaskJuggler 3, which schedules them forwards and backwards on its own: {@code tj3 plan.tjp}
 * where it is installed, else its answers as recorded from that command in {@code src/test/resources/taskjuggler}.
 *
 * <p>The two differ by hours where ours count whole days: TaskJuggler goes on with the next step in the same hour, ours on
 * the next morning or, for calendar days, at the next midnight. No date may differ by more than
 * one working day.
 *
 * <p>Its answers are recorded anew with {@code -Dtaskjuggler.record=true}.
 */
class TaskJugglerTest {

    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
    private static final Instant END = Instant.parse("2027-03-02T10:00:00Z");
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final WorkingCalendar CALENDAR = WorkingCalendar.usFederal();
    private static final int HOURS_OF_A_WORKING_DAY = 9;
    private static final Path RECORDED = Path.of("src", "test", "resources", "taskjuggler");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"fba-inbound", "fda-certification", "black-friday-launch"})
    void forwardsAndBackwardsTheDatesAreThoseOfTaskJuggler(String process) throws Exception {
        Network network = certain(
                PlannedNetwork.of(file(process), TaskJugglerTest::file).network(places(), Ways.LIKELY, Map.of()));
        Schedule schedule = Schedule.of(network, END, Map.of(), NOW);
        Map<String, String> names = new LinkedHashMap<>();
        network.order().forEach(id -> names.put(id, "t" + names.size()));

        Map<String, Instant[]> asap = dates(process + "-asap", plan(network, names, false));
        Map<String, Instant[]> alap = dates(process + "-alap", plan(network, names, true));

        assertThat(asap).hasSameSizeAs(names);
        for (String id : network.order()) {
            if (network.step(id).effort().likely() > 0) {
                near(
                        id + " forwards",
                        schedule.row(id).earliest().finish(),
                        requireNonNull(asap.get(names.get(id)))[1]);
                near(id + " backwards", schedule.row(id).latest().start(), requireNonNull(alap.get(names.get(id)))[0]);
            }
        }
    }

    /** Not more than one day lies between the two on which anybody works. */
    private static void near(String what, Instant ours, Instant theirs) {
        LocalDate first =
                (ours.isBefore(theirs) ? ours : theirs).atZone(SHANGHAI).toLocalDate();
        LocalDate last =
                (ours.isBefore(theirs) ? theirs : ours).atZone(SHANGHAI).toLocalDate();
        assertThat(first.datesUntil(last).filter(CALENDAR::isWorkingDay).count())
                .as("%s: %s, by TaskJuggler %s", what, ours, theirs)
                .isLessThanOrEqualTo(1);
    }

    /** Without risks there are no buffers, which TaskJuggler does not know. */
    private static Network certain(Network network) {
        return network.with(step -> new Step(
                step.id(), Effort.of(step.effort().likely(), step.effort().unit()), step.place()));
    }

    private static String plan(Network network, Map<String, String> names, boolean backwards) {
        StringBuilder plan = new StringBuilder("""
                project plan "plan" 2025-09-01 - 2028-03-01 {
                  timezone "Asia/Shanghai"
                  timingresolution 60min
                  workinghours mon - fri 9:00 - 18:00
                  workinghours sat, sun off
                                  timeformat "%Y-%m-%dT%H:%M"
                  now 2026-03-02
                }
                """);
        LocalDate.of(2026, 1, 1)
                .datesUntil(LocalDate.of(2027, 12, 31))
                .filter(day -> CALENDAR.specialDay(day).isPresent())
                .forEach(day -> plan.append("leaves holiday \"rest\" %s +1d%n".formatted(day)));
        for (String id : network.order()) {
            plan.append(task(network, id, names, backwards));
        }
        return plan.append("taskreport dates \"dates\" { formats csv columns id, start, end }\n")
                .toString();
    }

    private static String task(Network network, String id, Map<String, String> names, boolean backwards) {
        Step step = network.step(id);
        List<String> lines = new ArrayList<>();
        lines.add("scheduling " + (backwards ? "alap" : "asap"));
        List<String> linked = backwards ? network.after(id) : network.before(id);
        if (!linked.isEmpty()) {
            lines.add((backwards ? "precedes " : "depends ")
                    + linked.stream().map(other -> "!" + names.get(other)).collect(Collectors.joining(", ")));
        }
        if (!backwards && network.before(id).isEmpty()) {
            lines.add("start 2026-03-02-9:00");
        }
        if (backwards && network.after(id).isEmpty()) {
            lines.add("end 2027-03-02-18:00");
        }
        int length = step.effort().likely();
        if (length == 0) {
            lines.add("milestone");
        } else {
            switch (step.effort().unit()) {
                case HOUR -> lines.add("duration " + length + "h");
                case CALENDAR_DAY -> lines.add("duration " + length + "d");
                case WORKING_DAY -> lines.add("length " + length * HOURS_OF_A_WORKING_DAY + "h");
            }
        }
        return "task %s \"%s\" { %s }%n".formatted(names.get(id), id, String.join(" ", lines));
    }

    private Map<String, Instant[]> dates(String name, String plan) throws IOException, InterruptedException {
        Optional<Path> command = command();
        if (command.isPresent()) {
            Files.writeString(folder.resolve("plan.tjp"), plan, UTF_8);
            Process process = new ProcessBuilder(
                            command.get().toString(),
                            "--silent",
                            "--output-dir",
                            folder.toString(),
                            folder.resolve("plan.tjp").toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log").toFile())
                    .start();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue())
                    .as(() -> read(folder.resolve("log")))
                    .isZero();
            if (Boolean.getBoolean("taskjuggler.record")) {
                Files.copy(
                        folder.resolve("dates.csv"),
                        RECORDED.resolve(name + ".csv"),
                        StandardCopyOption.REPLACE_EXISTING);
            }
            return parsed(folder.resolve("dates.csv"));
        }
        return parsed(RECORDED.resolve(name + ".csv"));
    }

    private static Optional<Path> command() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .map(folder -> Path.of(folder, "tj3"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Map<String, Instant[]> parsed(Path csv) {
        Map<String, Instant[]> dates = new HashMap<>();
        read(csv)
                .lines()
                .skip(1)
                .map(line -> line.replace("\"", "").split(";"))
                .forEach(cells -> dates.put(cells[0], new Instant[] {instant(cells[1]), instant(cells[2])}));
        return dates;
    }

    private static Instant instant(String text) {
        return LocalDateTime.parse(text).atZone(SHANGHAI).toInstant();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everybody works by one clock: TaskJuggler counts working time by that of the plan. */
    private static Map<String, Workplace> places() {
        return Map.of(
                "CHINA", new Workplace("CHINA", SHANGHAI, CALENDAR), "US", new Workplace("US", SHANGHAI, CALENDAR));
    }

    private static BpmnModelInstance file(String process) {
        return Bpmn.readModelFromFile(Path.of("processes", process + ".bpmn").toFile());
    }
}
