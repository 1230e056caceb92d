-- Policies carry a name in English like checklists and rules do; those that came along get theirs unless somebody renamed them.
alter table service_policy add column name_en text check (length(name_en) between 1 and 80);
update service_policy p set name_en = shipped.name_en
  from (values
    ('01936000-0000-7000-8000-000000000d01'::uuid, '表扬', 'Praise'),
    ('01936000-0000-7000-8000-000000000d02', '咨询', 'Questions'),
    ('01936000-0000-7000-8000-000000000d03', '一级投诉', 'Grade 1 complaints'),
    ('01936000-0000-7000-8000-000000000d04', '战略客户二级投诉', 'Grade 2 complaints of strategic customers'),
    ('01936000-0000-7000-8000-000000000d05', '二级投诉', 'Grade 2 complaints'),
    ('01936000-0000-7000-8000-000000000d06', '三级投诉', 'Grade 3 complaints'),
    ('01936000-0000-7000-8000-000000000d07', '其他', 'Everything else')) as shipped (id, name, name_en)
 where p.id = shipped.id and p.name = shipped.name;

alter table escalation_policy add column name_en text check (length(name_en) between 1 and 80);
update escalation_policy set name_en = 'General escalation'
 where id = '01936000-0000-7000-8000-000000000e01' and name = '通用升级规则';
