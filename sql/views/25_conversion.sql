create view mart.conversion as
select document_sha256, converted_sha256, converter, version as converter_version, converted_at
from raw.conversion;

comment on view mart.conversion is '格式转换：旧版 Word（.doc/.wps）原件由外部程序转换成可读副本，一次转换一行；数据取自最后一次转换的副本';
comment on column mart.conversion.document_sha256 is '原始文件的 SHA-256，即存档文件名';
comment on column mart.conversion.converted_sha256 is '转换所得副本的 SHA-256，副本同样存档';
comment on column mart.conversion.converter is '转换程序：LibreOffice，或只取文字的 word-extractor';
comment on column mart.conversion.converter_version is '转换程序的版本';
comment on column mart.conversion.converted_at is '转换时间';
