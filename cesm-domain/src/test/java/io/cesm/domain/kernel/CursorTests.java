package io.cesm.domain.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTests {

    @Test
    void bringsBackWhatItWasMadeOf() {
        var id = UUID.randomUUID();

        var cursor = Objects.requireNonNull(Cursor.parse(Cursor.before("鸿远 重工", null, id), 3));

        assertThat(cursor.backwards()).isTrue();
        assertThat(cursor.text(0)).isEqualTo("鸿远 重工");
        assertThat(cursor.text(1)).isNull();
        assertThat(cursor.uuid(2)).isEqualTo(id);
    }

    @Test
    void isAbsentWhenNothingWasSent() {
        assertThat(Cursor.parse(null, 1)).isNull();
        assertThat(Cursor.parse("  ", 1)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = { "x", "!!", "PmE", "' or 1=1 --", "AAAA" })
    void refusesWhatIsNotOneOfOurs(String sent) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> {
            var cursor = Cursor.parse(sent, 2);
            if (cursor != null) {
                cursor.uuid(0);
            }
        });
    }

    @Test
    void aSliceKnowsWhetherThereIsMore() {
        assertThat(Slice.forward(List.of(1, 2, 3), 2, String::valueOf))
            .isEqualTo(new Slice<>(List.of(1, 2), "2", null));
        assertThat(Slice.forward(List.of(1, 2), 2, String::valueOf).next()).isNull();
    }

}
