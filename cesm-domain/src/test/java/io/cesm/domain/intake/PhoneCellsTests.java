package io.cesm.domain.intake;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PhoneCellsTests {

    private final PhoneCells china = new PhoneCells("CN", "021");

    private final PhoneCells chicago = new PhoneCells("US", "773");

    @ParameterizedTest
    @CsvSource(delimiter = '|',
            value = { "13800138000 | 138 0013 8000", "+86 138-0013-8000|138 0013 8000", "１３８００１３８０００|138 0013 8000",
                    "58881234|021 5888 1234", "021-58881234 转 801|021 5888 1234 ext. 801",
                    "13800138000/13900139000|138 0013 8000;139 0013 9000", "021-58881234/5|021 5888 1234;021 5888 1235",
                    "13800138000、021-58881234|138 0013 8000;021 5888 1234",
                    "1380013800013900139000|138 0013 8000;139 0013 9000", "+1 773 522 1156|+1 773-522-1156",
                    "400-820-8820|400 820 8820" })
    void readsWhatPeopleWriteInChina(String cell, String numbers) {
        assertThat(china.read(cell).numbers()).containsExactlyElementsOf(List.of(numbers.split(";")));
    }

    @ParameterizedTest
    @CsvSource({ "2262649,+1 773-226-2649", "773-522-1156 x12,+1 773-522-1156 ext. 12",
            "77327770904244111,+1 773-277-7090;+1 773-424-4111", "77352211561150,+1 773-522-1156 ext. 1150" })
    void readsMissingAreaCodesAndNumbersRunTogether(String cell, String numbers) {
        assertThat(chicago.read(cell).numbers()).containsExactlyElementsOf(List.of(numbers.split(";")));
    }

    @Test
    void saysWhereItGuessedAndWhatASpreadsheetDestroyed() {
        assertThat(chicago.read("77327770904244111").guessed()).isTrue();
        assertThat(china.read("13800138000").guessed()).isFalse();
        assertThat(china.read("1.38001E+10")).isEqualTo(new PhoneCells.Numbers(List.of(), false, true));
    }

    @Test
    void keepsWhatItCannotReadAsItIs() {
        assertThat(china.read("see website").numbers()).containsExactly("see website");
        assertThat(china.read(" ").numbers()).isEmpty();
    }

}
