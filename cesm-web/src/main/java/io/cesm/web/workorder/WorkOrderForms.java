package io.cesm.web.workorder;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.time.CompanyTime;
import io.cesm.governance.workorder.DispatchWork;
import io.cesm.governance.workorder.FinishWork;
import io.cesm.governance.workorder.NotDone;
import io.cesm.governance.workorder.WorkOrder;
import io.cesm.web.complaint.ComplaintUploads;
import io.cesm.web.layout.IdText;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.multipart.MultipartFile;

/** What persons fill in about work orders. */
final class WorkOrderForms {

    private static final String PICTURE = "data:image/png;base64,";

    private WorkOrderForms() {
    }

    /** Sending somebody out, or planning it anew. */
    record Dispatch(@Nullable String assignee, @Size(max = 1000) @Nullable String task,
            @Size(max = 400) @Nullable String site,
            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) @Nullable LocalDateTime from,
            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) @Nullable LocalDateTime to, @Nullable Long version) {

        static Dispatch of(WorkOrder it) {
            return new Dispatch(it.assignee().toString(), it.task(), it.site(), local(it.plannedFrom()),
                    local(it.plannedTo()), it.version());
        }

        DispatchWork wish() {
            return new DispatchWork(IdText.read(assignee, StaffId::of), task, site, instant(from), instant(to));
        }

    }

    /** What was done on site; the fields of one part under the same place. */
    record Finish(@Nullable Boolean solved, @Size(max = 2000) @Nullable String outcome, @Nullable List<String> part,
            @Nullable List<String> quantity, @Nullable List<String> serial, @Nullable List<MultipartFile> photos,
            @Size(max = 80) @Nullable String signedName, @Size(max = 600_000) @Nullable String signature,
            @Nullable Long version) {

        static Finish blank(long version) {
            return new Finish(null, null, List.of(), List.of(), List.of(), null, null, null, version);
        }

        FinishWork wish() {
            return new FinishWork(solved, outcome, parts(), ComplaintUploads.of(photos), signedName,
                    picture(signature));
        }

        /** What was typed, with room for more. */
        public List<List<String>> lines() {
            List<List<String>> lines = new ArrayList<>();
            var names = part == null ? List.<String>of() : part;
            for (int i = 0; i < Math.max(3, names.size()); i++) {
                lines.add(List.of(at(part, i), at(quantity, i), at(serial, i)));
            }
            return lines;
        }

        private List<WorkOrder.Part> parts() {
            List<WorkOrder.Part> parts = new ArrayList<>();
            for (var line : lines()) {
                if (!line.getFirst().isBlank()) {
                    parts.add(new WorkOrder.Part(line.getFirst(), number(line.get(1)),
                            line.get(2).isBlank() ? null : line.get(2)));
                }
            }
            return parts;
        }

        private static BigDecimal number(String text) {
            try {
                return text.isBlank() ? BigDecimal.ONE : new BigDecimal(text.strip());
            }
            catch (NumberFormatException ex) {
                throw new FieldRefusal("quantity", "workorder.quantity");
            }
        }

    }

    /** That it came to nothing. */
    record Fail(@Nullable NotDone reason, @Size(max = 2000) @Nullable String words, @Nullable Long version) {
    }

    private static String at(@Nullable List<String> list, int i) {
        return list == null || i >= list.size() ? "" : String.valueOf(list.get(i));
    }

    private static byte @Nullable [] picture(@Nullable String drawn) {
        if (drawn == null || drawn.isBlank()) {
            return null;
        }
        if (!drawn.startsWith(PICTURE)) {
            throw new FieldRefusal("signature", "workorder.signature");
        }
        try {
            return Base64.getDecoder().decode(drawn.substring(PICTURE.length()));
        }
        catch (IllegalArgumentException ex) {
            throw new FieldRefusal("signature", "workorder.signature");
        }
    }

    private static @Nullable Instant instant(@Nullable LocalDateTime at) {
        return at == null ? null : at.atZone(CompanyTime.ZONE).toInstant();
    }

    private static LocalDateTime local(Instant at) {
        return LocalDateTime.ofInstant(at, CompanyTime.ZONE);
    }

}
