package io.cesm.satisfaction.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingWordsTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            工程师很专业，问题当天就解决了 | 1
            响应太慢，等了三周还没人管 | -1
            服务不专业，敷衍了事 | -1
            没有故障，运行稳定 | 1
            态度不错，但是问题没解决 | -1
            备件寄到了 | 0
            并不满意 | -1
            贵公司七月派人来过 | 0
            The technician was very helpful and solved it quickly | 1
            We are not satisfied, the parts were late again | -1
            It's not bad | 1
            Delivery took place in May | 0
            """)
    void feelsWhatWasWrittenWithNegationAndTurns(String text, int sign) {
        assertThat(Sentiment.of(text, Lexicon.shipped()).sign()).as(text).isEqualTo(sign);
    }

    @Test
    void ownWordsAddToTheShippedOnesAndTakeThemAway() {
        var own = Lexicon.shipped().with(Map.of("踢皮球", -2.0, "慢", 0.0));
        assertThat(Sentiment.of("他们互相踢皮球", own).sign()).isEqualTo(-1);
        assertThat(Sentiment.of("有点慢", own).sign()).isZero();
    }

    @Test
    void findsThemesByChineseWordsAnywhereAndEnglishOnesAtTheirBeginning() {
        var delivery = new Theme("delivery", "交付", "Delivery", List.of("交期", "deliver", "late"), true, 1, 0);
        assertThat(delivery.isIn("这批货的交期又推了")).isTrue();
        assertThat(delivery.isIn("the delivery was fine")).isTrue();
        assertThat(delivery.isIn("a plate of steel")).as("late inside of a word").isFalse();
        assertThat(delivery.isIn("我们用chocolate包装")).isFalse();
    }

    @Test
    void suggestsWhatHoldsTogetherAndIsWrittenAgainAndAgain() {
        var comments = new ArrayList<String>();
        for (var place : List.of("上海", "杭州", "青岛", "西安", "成都", "广州")) {
            comments.add("远程诊断在" + place + "不太好用");
            comments.add(place + "希望加强远程诊断，值班电话打不通");
            comments.add("Remote monitoring in " + place + " stopped again");
        }
        var found = Phrases.of(comments, Set.of("值班"), 20).stream().map(Phrases.Found::phrase).toList();
        assertThat(found).contains("远程诊断", "remote monitoring");
        assertThat(found).as("only half a word, known, or loose at its end")
            .doesNotContain("远程诊", "程诊断", "值班电话", "诊断在");
    }

}
