package io.cesm.web.fielding.api;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

import io.cesm.satisfaction.fielding.ContactGuard;
import io.cesm.satisfaction.fielding.Guard;
import io.cesm.web.api.Answers;
import io.cesm.web.api.Versions;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The rules that keep people from being asked too often or at the wrong time. */
@RestController
@RequestMapping("/api/v1/contact-guard")
@PreAuthorize("hasAuthority('SETTINGS')")
class GuardApi {

    private final ContactGuard guards;

    GuardApi(ContactGuard guards) {
        this.guards = guards;
    }

    /** The rules to keep from now on. */
    record Body(int contactDays, int customerDays, @NotNull LocalTime from, @NotNull LocalTime to, boolean weekends,
            @Nullable List<LocalDate> holidays, @Nullable List<LocalDate> workdays,
            @Nullable List<String> ownNetworks) {

        Guard wish(long version) {
            return new Guard(contactDays, customerDays, from, to, weekends, holidays == null ? List.of() : holidays,
                    workdays == null ? List.of() : workdays, ownNetworks == null ? List.of() : ownNetworks, version);
        }

    }

    @GetMapping
    public ResponseEntity<Guard> read() {
        var now = guards.now();
        return Answers.of(now, now.version());
    }

    @PutMapping
    public ResponseEntity<Guard> revise(@RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody Body body) {
        guards.revise(body.wish(Versions.required(ifMatch)));
        return read();
    }

}
