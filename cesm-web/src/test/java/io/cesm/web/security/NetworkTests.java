package io.cesm.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkTests {

    @ParameterizedTest
    @CsvSource({ "203.0.113.7, 203.0.113.8, false", "203.0.113.7, 203.0.113.7, true",
            "2001:db8:0:7::1, 2001:db8:0:7:ffff:ffff:ffff:ffff, true", "2001:db8::1, 2001:db8::2, true",
            "2001:db8:0:0:0:0:0:1, 2001:db8::2, true", "2001:db8:0:7::1, 2001:db8:0:8::1, false",
            "fe80::1%eth0, fe80::2, true", "::ffff:203.0.113.7, 203.0.113.7, true" })
    void isOneAddressOrTheSixtyFourBitsSomebodyMayChooseFromHoweverItIsWritten(String one, String other, boolean same) {
        assertThat(Network.of(one).equals(Network.of(other))).isEqualTo(same);
    }

}
