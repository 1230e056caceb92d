package io.cesm.domain.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.cesm.domain.kernel.FieldRefusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PointTextTests {

    @ParameterizedTest
    @ValueSource(strings = { "13800138000", "138 0013 8000", "138-0013-8000", "+86 138 0013 8000", "008613800138000",
            "0086-138-0013-8000", "86 13800138000", "１３８００１３８０００", "＋８６ 138 0013 8000", "(+86)138.0013.8000",
            "138 0013 8000 " })
    void aMobileNumberHasOneFormHoweverItIsWritten(String written) {
        assertThat(PointText.normal(PointKind.PHONE, written)).isEqualTo("+8613800138000");
    }

    @ParameterizedTest
    @CsvSource({ "021-6234 5678, +862162345678", "(021)62345678, +862162345678", "+86 (0)21 6234-5678, +862162345678",
            "0086 21 62345678, +862162345678", "400-820-8820, +864008208820", "4008208820, +864008208820",
            "021-62345678转801, +862162345678x801", "021-62345678 分机 801, +862162345678x801",
            "021-62345678 ext. 801, +862162345678x801", "021-62345678-801, 02162345678801", "95588, 95588",
            "226-2649, 2262649", "+1 312 226 2649, +13122262649" })
    void landlinesServiceNumbersAndExtensionsAreRead(String written, String normal) {
        assertThat(PointText.normal(PointKind.PHONE, written)).isEqualTo(normal);
    }

    @ParameterizedTest
    @ValueSource(strings = { "n/a", "无", "12", "----" })
    void whatHasNoDigitsIsNoPhone(String written) {
        assertThatExceptionOfType(FieldRefusal.class).isThrownBy(() -> PointText.normal(PointKind.PHONE, written))
            .satisfies(it -> assertThat(it.code()).isEqualTo("phone.invalid"));
    }

    @Test
    void aMailAddressIsComparedInLowerCase() {
        assertThat(PointText.normal(PointKind.EMAIL, " Li.Wei@HongYuan.com.CN ")).isEqualTo("li.wei@hongyuan.com.cn");
    }

    @ParameterizedTest
    @ValueSource(strings = { "nobody", "a@b", "a b@c.com", "<x@y.com>", "x@@y.com" })
    void whatIsNoMailAddressIsRefused(String written) {
        assertThatExceptionOfType(FieldRefusal.class).isThrownBy(() -> PointText.normal(PointKind.EMAIL, written))
            .satisfies(it -> assertThat(it.code()).isEqualTo("mail.invalid"));
    }

    @Test
    void fourDigitsAreEnoughToFindANumberByItsEnding() {
        assertThat(PointText.lookup("6234 5678").reversedEndings()).containsExactly("87654326");
        assertThat(PointText.lookup("5678").reversedEndings()).containsExactly("8765");
        assertThat(PointText.lookup("0078").reversedEndings()).as("zeros count").containsExactly("8700");
        assertThat(PointText.lookup("678").reversedEndings()).isEmpty();
        assertThat(PointText.lookup("李伟").isPhone()).isFalse();
    }

}
