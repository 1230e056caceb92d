package io.cesm.domain.files;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;

import io.cesm.domain.kernel.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.util.unit.DataSize;

class DiskRoomTests {

    @TempDir
    Path directory;

    @Test
    void takesNothingInWhenTheReserveWouldBeTouched() {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> keeping(DataSize.ofTerabytes(8_000)).require(1))
            .satisfies(
                    refusal -> org.assertj.core.api.Assertions.assertThat(refusal.code()).isEqualTo("file.disk_low"));
    }

    @Test
    void asksTheDiskOfADirectoryThatIsYetToBeMade() {
        assertThatCode(() -> new DiskRoom(directory.resolve("a/b"), settings(DataSize.ofBytes(1))).require(1))
            .doesNotThrowAnyException();
    }

    private DiskRoom keeping(DataSize reserve) {
        return new DiskRoom(directory, settings(reserve));
    }

    private static FileSettings settings(DataSize keepFree) {
        return new FileSettings(DataSize.ofMegabytes(20), DataSize.ofMegabytes(300), 500, DataSize.ofGigabytes(50),
                keepFree);
    }

}
