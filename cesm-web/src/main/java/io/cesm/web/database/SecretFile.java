package io.cesm.web.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/** A random secret in a file that only its owner can read, made when first asked for. */
public record SecretFile(Path path) {

    private static final int BYTES = 32;

    /** The secret as text of 43 letters, digits, minus and underscore. */
    public String text() {
        try {
            if (!Files.exists(path)) {
                create();
            }
            return Files.readString(path, StandardCharsets.US_ASCII).strip();
        }
        catch (IOException ex) {
            throw new UncheckedIOException("The secret " + path + " cannot be read", ex);
        }
    }

    /** The 32 bytes of the secret. */
    public byte[] bytes() {
        return Base64.getUrlDecoder().decode(text());
    }

    private void create() throws IOException {
        var secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        var text = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        Files.createDirectories(path.toAbsolutePath().getParent());
        try (var channel = Files.newByteChannel(path, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                forOwnerOnly())) {
            channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
        }
        catch (FileAlreadyExistsException ex) {
            // another start was faster; its secret is read
        }
    }

    private static FileAttribute<?>[] forOwnerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")) }
                : new FileAttribute<?>[0];
    }

}
