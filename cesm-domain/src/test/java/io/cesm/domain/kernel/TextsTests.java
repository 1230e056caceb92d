package io.cesm.domain.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class TextsTests {

    @Test
    void loseWhatNobodyCanSee() {
        assertThat(Texts.clean(" a\u0000b\u202Ecod.exe\uFEFF\r\nc ")).isEqualTo("abcod.exe\nc");
    }

    @Test
    void keepEmojiAndRareHan() {
        assertThat(Texts.clean("𠮷野家 👍")).isEqualTo("𠮷野家 👍");
    }

    @Test
    void areRefusedWhenBlankOrTooLong() {
        assertThatExceptionOfType(FieldRefusal.class).isThrownBy(() -> Texts.required(" \t", 5, "name"))
            .matches(it -> it.field().equals("name") && it.code().equals("text.required"));
        assertThatExceptionOfType(FieldRefusal.class).isThrownBy(() -> Texts.optional("123456", 5, "name"))
            .matches(it -> it.code().equals("text.too_long"));
    }

    @Test
    void namesAreFoldedForComparing() {
        assertThat(NameKey.of("ＡＢＣ（上海） 有限公司")).isEqualTo(NameKey.of("abc(上海)有限公司")).isEqualTo("abc上海有限公司");
        assertThat(NameKey.of("Café-Bar")).isEqualTo("cafebar");
    }

    @Test
    void identifiersAreOrderedByTime() {
        assertThat(Uuid7.at(1_000)).isLessThan(Uuid7.at(2_000));
        assertThat(Uuid7.next().version()).isEqualTo(7);
        assertThat(Uuid7.next().variant()).isEqualTo(2);
    }

}
