package com.lianxing.inbound;

import com.lianxing.calendar.Clock;
import com.lianxing.project.ProjectCode;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** How shipments ended. */
@Service
public class ShipmentEnds {

    private final JdbcClient jdbc;
    private final Clock clock;

    ShipmentEnds(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What became of a shipment. The first three are stocked goods, decided from what was counted. */
    public enum Outcome {
        /** Counted in full, within the tolerance. */
        RECEIVED,
        /** Short, and Amazon was asked to pay. */
        RECEIVED_WITH_CLAIM,
        /** Short, and nobody pays. */
        WRITTEN_OFF,
        REFUSED_BY_CBP,
        REFUSED_BY_FC,
        ABANDONED;

        public boolean isStocked() {
            return this == RECEIVED || this == RECEIVED_WITH_CLAIM || this == WRITTEN_OFF;
        }
    }

    /** Once: a second call changes nothing. */
    public void end(String shipmentId, Outcome outcome) {
        jdbc.sql("insert into shipment_end (shipment_id, outcome, ended_at) values (?, ?, ?) on conflict do nothing")
                .params(shipmentId, outcome.name(), clock.now().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** By shipment id, of those that have ended. */
    public Map<String, Outcome> of(ProjectCode project) {
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        jdbc.sql("""
                        select ended.shipment_id, ended.outcome from shipment_end ended
                        join shipment on shipment.id = ended.shipment_id
                        where shipment.project_code = ? order by shipment.position""")
                .param(project.value())
                .query((row, number) ->
                        outcomes.put(row.getString("shipment_id"), Outcome.valueOf(row.getString("outcome"))))
                .list();
        return outcomes;
    }
}
