package io.cesm.expectation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SameMatterTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|',
            textBlock = """
                    备件要在24小时内送到现场，产线不能等           | 备件一周内送到就行，别占我们的库存
                    周末必须安排工程师在现场值守                   | 周末不要派人进厂，加班费我们不认
                    交付周期要缩短到4周                            | 交付周期8周也可以，质量更重要
                    新设备三月底前装好调试完，赶上投产             | 设备六月再进场，厂房还没封顶，先别装
                    报修后两小时内要有人到场                       | 当天到就可以
                    每月给我们一份服务报告，讲清楚备件消耗         | 报告一年一次就够了，没人看
                    We need spare parts on site within 24 hours    | Spare parts once a week are enough, do not fill our store
                    An engineer has to stay at the plant on weekends | No engineer at the weekend please: we will not pay overtime
                    Deliver the new press by the end of March      | The press may come in June, the hall is not ready
                    Answer within two hours                        | Next day is fine
                    备件要在24小时内送到现场，产线不能等           | Spare parts once a week are enough, please keep stock small
                    """)
    void whatTwoPeopleWantOfTheSameThingExcludesEachOther(String one, String other) {
        assertThat(possible(one, other)).isTrue();
        assertThat(possible(other, one)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|',
            textBlock = """
                    备件要在24小时内送到现场，产线不能等           | 操作手册和培训资料六月底之前给我们就行
                    新设备三月底前装好调试完，赶上投产             | 发票和对账单每个季度末寄给财务部
                    交付前要有专人来现场勘察地基                   | 包装箱请换成可回收的木箱
                    We need spare parts on site within 24 hours    | Training manuals for the operators by the end of June
                    Deliver the new press by the end of March      | Send invoices to our finance department every quarter
                    Packaging has to be made of recycled wood      | Our operators want to be trained before the start of production
                    """)
    void whatIsAboutDifferentThingsDoesNot(String one, String other) {
        assertThat(possible(one, other)).isFalse();
        assertThat(possible(other, one)).isFalse();
    }

    @Test
    void theSameMeasureIsTheSameMatterWhateverTheWordsAre() {
        var one = new SameMatter.Said("产线停一次损失几十万，来得越快越好", null, "到场时间");
        var other = new SameMatter.Said("工程师排班紧张，值班安排可以放宽", null, "到场时间 ");

        assertThat(SameMatter.possible(one, other, "服务响应", "Service response")).isTrue();
    }

    @Test
    void whatWasUnderstoodCountsAsWhatWasSaid() {
        var one = new SameMatter.Said("产线停一次损失几十万，来得越快越好", "工程师两小时内到场维修", null);
        var other = new SameMatter.Said("值班安排可以放宽，费用控制住", "工程师次日到场维修即可", null);

        assertThat(SameMatter.possible(one, other, "服务响应", "Service response")).isTrue();
    }

    @Test
    void theNameOfTheDimensionAloneTellsNothing() {
        assertThat(possible("交付现场需要吊车和叉车配合卸货", "交付文件用英文版本装订成册")).isFalse();
    }

    private static boolean possible(String one, String other) {
        return SameMatter.possible(new SameMatter.Said(one, null, null), new SameMatter.Said(other, null, null), "交付",
                "Delivery");
    }

}
