package bad.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.springframework.data.repository.Repository;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;

/** What the gates are there to refuse, one thing each. */
public final class BadSamples {

    private BadSamples() {
    }

    @Controller
    public static class PublicPage {

    }

    public static class AsksTheMachine {

        Instant now() {
            return Instant.now();
        }

    }

    public static class SpeaksHttp {

        HttpStatus status() {
            return HttpStatus.OK;
        }

    }

    @Entity
    public static class Settable {

        private @Id UUID id;

        public void setId(UUID id) {
            this.id = id;
        }

        UUID id() {
            return id;
        }

    }

    public interface PublicCollection extends Repository<Settable, UUID> {

    }

    public static class HiddenRight {

        @PreAuthorize("hasAuthority('VIEW')")
        private void look() {
            // never called, and nothing would ask for the right
        }

    }

    public static class ReadsObjects {

        Object read(InputStream in) throws IOException, ClassNotFoundException {
            return new ObjectInputStream(in).readObject();
        }

    }

}
