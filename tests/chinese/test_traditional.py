from archiver.chinese.traditional import in_both, spellings, to_simplified


def test_words_keep_their_place_beside_their_traditional_spellings() -> None:
    assert in_both("来源 发布 日期") == "来源 來源 发布 發布 發佈 日期"


def test_a_word_is_spelled_in_one_kind_of_characters_throughout() -> None:
    assert spellings("联系电话") == ("聯系電話", "聯係電話", "聯繫電話")
    assert spellings("日期") == ()


def test_traditional_characters_are_simplified_sign_by_sign() -> None:
    text = "縣總工會辦公室 陳秀娟"
    assert text.translate(to_simplified(text)) == "县总工会办公室 陈秀娟"
    assert to_simplified("临澧县总工会 abc") == {}
