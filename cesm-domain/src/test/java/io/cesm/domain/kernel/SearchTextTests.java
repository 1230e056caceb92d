package io.cesm.domain.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SearchTextTests {

    @Test
    void chineseRunsBecomeOverlappingPairsAndTheirLastCharacter() {
        assertThat(SearchText.tokens("质量投诉")).containsExactly("质量", "量投", "投诉", "诉");
    }

    @Test
    void latinWordsAreFoldedAndKeptWhole() {
        assertThat(SearchText.tokens("Überprüfung PLC-1200Ｘ")).containsExactly("uberprufung", "plc", "1200x");
    }

    @Test
    void mixedTextIsCutWhereTheScriptChanges() {
        assertThat(SearchText.tokens("备件A12到货")).containsExactly("备件", "件", "a12", "到货", "货");
    }

    @Test
    void aQueryAsksForEveryPairAndForLatinWordsByTheirBeginning() {
        assertThat(SearchText.query("投诉 Spare")).isEqualTo("'投诉' & 'spare':*");
    }

    @Test
    void oneChineseCharacterIsAskedForByTheBeginningOfPairs() {
        assertThat(SearchText.query("诉")).isEqualTo("'诉':*");
    }

    @Test
    void aRecordNumberIsFoundWithoutLookingAtAllWordsThatBeginWithItsLetter() {
        assertThat(SearchText.query("E-2026-0001")).isEqualTo("'e' & '2026':* & '0001':*");
    }

    @Test
    void nothingToSearchForIsNoQuery() {
        assertThat(SearchText.query(" –!' ")).isNull();
        assertThat(SearchText.query(null)).isNull();
    }

    @Test
    void quotesAndOperatorsNeverReachTheQuery() {
        assertThat(SearchText.query("a'b & !c:*|(d)")).isEqualTo("'a' & 'b' & 'c' & 'd':*");
    }

}
