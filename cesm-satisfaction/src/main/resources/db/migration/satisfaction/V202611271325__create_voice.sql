-- What customers wrote, comment by comment, so that it can be searched, sorted into themes and read.
create table survey_comment (
    id           uuid         primary key,
    survey_id    uuid         not null constraint comment_in_survey references survey on delete cascade,
    response_id  uuid         not null,
    answered_on  date         not null,
    key          text         not null check (length(key) between 1 and 200),
    customer_id  uuid         constraint comment_at_customer references customer on delete cascade,
    contact_id   uuid         constraint comment_of_contact references contact on delete cascade,
    named        boolean      not null,
    anonymous    boolean      not null,
    language     text         not null check (language in ('zh', 'en')),
    body         text         not null check (length(body) between 1 and 20000),
    search       tsvector     not null,
    level        numeric(5, 2) check (level between 0 and 100),
    tier         text,
    flow         text,
    sentiment    smallint     not null check (sentiment between -1 and 1),
    themes       text[]       not null,
    revision     integer      not null,
    constraint comment_kept_once unique (response_id, key),
    constraint anonymous_comment_names_nobody check (not anonymous or (contact_id is null and not named))
);
create index comment_by_search on survey_comment using gin (search);
create index comment_by_themes on survey_comment using gin (themes);
create index comment_by_survey on survey_comment (survey_id, answered_on desc, id desc);
create index comment_by_time on survey_comment (answered_on desc, id desc);
create index comment_by_customer on survey_comment (customer_id, answered_on desc);
create index comment_by_contact on survey_comment (contact_id) where contact_id is not null;
create index comment_to_read_again on survey_comment (revision, id);

-- The dictionary of themes: whoever writes one of the words writes about it.
create table voice_theme (
    code    text    primary key check (code ~ '^[a-z][a-z0-9_]{1,39}$'),
    name    text    not null check (length(name) between 1 and 40),
    name_en text    not null check (length(name_en) between 1 and 40),
    words   text[]  not null,
    active  boolean not null default true,
    sort    integer not null,
    version bigint  not null
);

insert into voice_theme (code, name, name_en, words, sort, version) values
    ('delivery', '交付', 'Delivery', array['交付', '交期', '交货', '发货', '到货', '延期', '工期', '进度', '催货', '物流', '运输', '包装', '安装', '调试', '验收', '投运', 'deliver', 'shipment', 'lead time', 'late', 'delay', 'schedule', 'commissioning', 'installation', 'packing'], 10, 0),
    ('quality', '产品质量', 'Product quality', array['质量', '故障', '可靠', '稳定', '漏油', '渗漏', '振动', '异响', '发热', '烧坏', '损坏', '返修', '寿命', '精度', '性能', '停机', '跳闸', '次品', 'quality', 'fault', 'failure', 'reliab', 'defect', 'leak', 'vibration', 'breakdown', 'performance', 'broken'], 20, 0),
    ('response', '响应速度', 'Response', array['响应', '及时', '拖', '等了', '等太久', '没人接', '没人管', '推诿', '找不到人', '慢', '快', '随叫随到', '值班', '热线', '到场', '上门', '24小时', 'respon', 'wait', 'slow', 'quick', 'fast', 'hotline', 'on site', 'prompt', 'answer the phone'], 30, 0),
    ('skill', '技术能力', 'Skill', array['技术', '专业', '水平', '能力', '经验', '工程师', '诊断', '解决问题', '一次修好', '不懂', '新手', '培训', 'engineer', 'technician', 'skill', 'expert', 'knowledge', 'competen', 'training', 'diagnos'], 40, 0),
    ('parts', '备件', 'Spare parts', array['备件', '配件', '备品', '缺货', '库存', '替代件', '易损件', '耗材', 'spare', 'parts', 'stock', 'consumable'], 50, 0),
    ('price', '价格与商务', 'Price and terms', array['价格', '报价', '太贵', '收费', '费用', '性价比', '付款', '发票', '合同', '质保', '保修', '商务', '优惠', 'price', 'cost', 'expensive', 'invoice', 'payment', 'contract', 'warranty', 'quotation'], 60, 0),
    ('communication', '沟通', 'Communication', array['沟通', '通知', '告知', '反馈', '回复', '信息', '态度', '对接', '换人', '联系人', '客气', '热情', '耐心', '敷衍', '说法不一', 'communicat', 'inform', 'update', 'feedback', 'reply', 'contact person', 'attitude', 'friendly', 'polite', 'patient'], 70, 0),
    ('documents', '资料与数据', 'Documents and data', array['资料', '图纸', '说明书', '手册', '报告', '文档', '接口', '数据', '软件', '系统', '程序', '远程', 'document', 'manual', 'drawing', 'report', 'data', 'software', 'interface', 'remote'], 80, 0),
    ('safety', '安全与环境', 'Safety', array['安全', '隐患', '事故', '防护', '违章', '环保', '噪声', '清理', '现场卫生', 'safety', 'hazard', 'accident', 'environment', 'noise', 'clean'], 90, 0);

-- Words that carry a feeling, beside those that are shipped; a weight of 0 takes a shipped one away.
create table voice_word (
    word   text          primary key check (length(word) between 1 and 40),
    weight numeric(3, 1) not null check (weight between -3 and 3)
);

-- Counts the changes of dictionary and words; comments read at an older one are read again.
create table voice_revision (
    single   boolean primary key default true check (single),
    revision integer not null
);
insert into voice_revision (revision) values (1);

-- What a person thinks a comment is about; each coder says it once, and does not see the others' codes before.
create table comment_code (
    comment_id uuid        not null constraint code_of_comment references survey_comment on delete cascade,
    coder_id   uuid        not null constraint coded_by references staff on delete cascade,
    theme      text        constraint code_is_theme references voice_theme,
    sentiment  smallint    not null check (sentiment between -1 and 1),
    coded_at   timestamptz not null,
    primary key (comment_id, coder_id)
);
create index comment_code_by_coder on comment_code (coder_id, coded_at desc);

-- Comments of answers that were here before.
insert into answer_unread (response_id, survey_id, answered_on)
select r.id, r.survey_id, r.answered_on from survey_response r where r.words <> '{}' on conflict do nothing;
