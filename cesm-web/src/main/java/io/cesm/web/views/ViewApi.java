package io.cesm.web.views;

import java.util.UUID;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Slice;
import io.cesm.web.layout.Query;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The named filters of the owner of the token. */
@RestController
@RequestMapping("/api/v1/views")
@PreAuthorize("hasAuthority('VIEW')")
class ViewApi {

    private final SavedViews views;

    ViewApi(SavedViews views) {
        this.views = views;
    }

    /**
     * A filter to keep; the query is that of the list's page, for example
     * state=COMMITTED.
     */
    record Body(@NotNull Register list, @NotBlank String name, @NotBlank String query) {
    }

    @GetMapping
    public Slice<SavedViews.View> list(@RequestParam Register list) {
        return new Slice<>(views.of(list.key()), null, null);
    }

    /** The same name again replaces the filter. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    public Slice<SavedViews.View> keep(@Valid @RequestBody Body body) {
        var filters = Query.sorted(body.query());
        if (filters.isEmpty() || filters.length() > ViewController.LONGEST) {
            throw new FieldRefusal("query", "view.nothing_set");
        }
        views.keep(body.list(), body.name(), filters);
        return list(body.list());
    }

    @DeleteMapping("/{id}")
    public ResponseEntity<Void> drop(@PathVariable UUID id) {
        views.drop(id);
        return ResponseEntity.noContent().build();
    }

}
