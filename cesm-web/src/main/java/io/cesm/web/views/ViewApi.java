package io.cesm.web.views;

import java.util.UUID;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Slice;
import io.cesm.web.layout.Query;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
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
     *
     * @param shared whether the unit shall see it
     */
    record Body(@NotNull Register list, @NotBlank String name, @NotBlank String query, @Nullable Boolean shared) {
    }

    /**
     * How a view shall be.
     *
     * @param name null for somebody else's, which keeps its name
     * @param byDefault whether the list begins with it
     */
    record Change(@Nullable String name, @Nullable Boolean shared, @Nullable Boolean byDefault) {
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
        views.keep(body.list(), body.name(), filters, Boolean.TRUE.equals(body.shared()));
        return list(body.list());
    }

    /**
     * Renames, shares and chooses; of a view of the unit only the choice is one's own.
     */
    @PutMapping("/{id}")
    public Slice<SavedViews.View> change(@PathVariable UUID id, @Valid @RequestBody Change body) {
        return list(views.change(id, body.name(), Boolean.TRUE.equals(body.shared()),
                Boolean.TRUE.equals(body.byDefault())));
    }

    @DeleteMapping("/{id}")
    public ResponseEntity<Void> drop(@PathVariable UUID id) {
        views.drop(id);
        return ResponseEntity.noContent().build();
    }

}
