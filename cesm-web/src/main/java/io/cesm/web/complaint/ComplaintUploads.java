package io.cesm.web.complaint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import io.cesm.domain.complaint.Attachment;
import io.cesm.domain.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** Takes files out of a form; fields without a file send an empty one. */
public final class ComplaintUploads {

    private static final int MOST = 10;

    private ComplaintUploads() {
    }

    public static List<Attachment> of(@Nullable List<MultipartFile> files) {
        var attachments = new ArrayList<Attachment>();
        for (var file : files == null ? List.<MultipartFile>of() : files) {
            if (!file.isEmpty()) {
                attachments.add(new Attachment(file.getOriginalFilename(), bytes(file)));
            }
        }
        if (attachments.size() > MOST) {
            throw new Refusal("complaint.files.too_many", MOST);
        }
        return attachments;
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        }
        catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

}
