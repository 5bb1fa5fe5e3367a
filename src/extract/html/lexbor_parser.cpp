#include <lexbor/dom/interfaces/character_data.h>
#include <lexbor/html/html.h>
#include <lexbor/html/tokenizer/state_rawtext.h>
#include <lexbor/html/tokenizer/state_script.h>

#include <algorithm>
#include <array>
#include <cstring>

#include "base/text.h"
#include "extract/html/parser.h"
#include "extract/html/pieces.h"

namespace stemma::html {
namespace {

// --- Attributes.

struct NamedAttribute {
  std::string_view name;
  Attribute attribute;
};
constexpr std::array kNamedAttributes{NamedAttribute{"aria-hidden", Attribute::aria_hidden},
                                      NamedAttribute{"datetime", Attribute::datetime},
                                      NamedAttribute{"hidden", Attribute::hidden},
                                      NamedAttribute{"itemprop", Attribute::itemprop},
                                      NamedAttribute{"lang", Attribute::lang},
                                      NamedAttribute{"name", Attribute::name},
                                      NamedAttribute{"property", Attribute::property},
                                      NamedAttribute{"pubdate", Attribute::pubdate},
                                      NamedAttribute{"rel", Attribute::rel},
                                      NamedAttribute{"role", Attribute::role}};

Attribute attribute_of(const lxb_dom_attr_data_t* data) {
  switch (data->attr_id) {
    case LXB_DOM_ATTR_CLASS:
      return Attribute::class_;
    case LXB_DOM_ATTR_CONTENT:
      return Attribute::content;
    case LXB_DOM_ATTR_HREF:
      return Attribute::href;
    case LXB_DOM_ATTR_ID:
      return Attribute::id;
    case LXB_DOM_ATTR_STYLE:
      return Attribute::style;
    case LXB_DOM_ATTR_TITLE:
      return Attribute::title;
    case LXB_DOM_ATTR_TYPE:
      return Attribute::type;
    default:
      break;
  }
  if (data->attr_id < LXB_DOM_ATTR__LAST_ENTRY) return Attribute::unknown;
  const std::string_view name(reinterpret_cast<const char*>(lexbor_hash_entry_str(&data->entry)),
                              data->entry.length);
  for (const NamedAttribute& each : kNamedAttributes) {
    if (each.name == name) return each.attribute;
  }
  return Attribute::unknown;
}

// --- The guard between tokenizer and tree builder.

struct Guard {
  lxb_html_tokenizer_token_f next = nullptr;  // the tree builder's own callback
  void* next_context = nullptr;
  ParseLimits limits;
  Unscripted unscripted = Unscripted::left_out;
  std::size_t tokens = 0;
  bool in_unread = false;  // inside a script or style whose text the flat page leaves out
  lxb_tag_id_t unread = LXB_TAG__UNDEF;  // which of the two
};

bool is_formatting(lxb_tag_id_t tag) {
  switch (tag) {
    case LXB_TAG_A:
    case LXB_TAG_B:
    case LXB_TAG_BIG:
    case LXB_TAG_CODE:
    case LXB_TAG_EM:
    case LXB_TAG_FONT:
    case LXB_TAG_I:
    case LXB_TAG_NOBR:
    case LXB_TAG_S:
    case LXB_TAG_SMALL:
    case LXB_TAG_STRIKE:
    case LXB_TAG_STRONG:
    case LXB_TAG_TT:
    case LXB_TAG_U:
      return true;
    default:
      return false;
  }
}

// The tree builder sets the tokenizer's state for these: they must reach it.
bool is_raw_text(lxb_tag_id_t tag) {
  switch (tag) {
    case LXB_TAG_SCRIPT:
    case LXB_TAG_STYLE:
    case LXB_TAG_TEXTAREA:
    case LXB_TAG_TITLE:
    case LXB_TAG_IFRAME:
    case LXB_TAG_NOSCRIPT:
    case LXB_TAG_XMP:
    case LXB_TAG_NOEMBED:
    case LXB_TAG_NOFRAMES:
    case LXB_TAG_PLAINTEXT:
      return true;
    default:
      return false;
  }
}

bool is_start_tag(const lxb_html_token_t& token) {
  return (token.type & LXB_HTML_TOKEN_TYPE_CLOSE) == 0 && token.tag_id >= LXB_TAG__BEGIN;
}

// Attributes that nobody reads, most of a page's, never reach the tree. The tree builder itself
// asks for attributes of these elements, and of what is no element, only.
bool needs_all_attributes(lxb_tag_id_t tag) {
  return tag < LXB_TAG__BEGIN || tag == LXB_TAG_INPUT || tag == LXB_TAG_FONT ||
         tag == LXB_TAG_ANNOTATION_XML;
}

void cut_attributes(lxb_html_token_t& token, std::size_t limit) {
  const bool all = needs_all_attributes(token.tag_id);
  std::size_t count = 0;
  lxb_html_token_attr_t* last = nullptr;
  for (lxb_html_token_attr_t* attr = token.attr_first; attr != nullptr; attr = attr->next) {
    if (!all && attr->name != nullptr && attribute_of(attr->name) == Attribute::unknown) continue;
    if (++count > limit) break;
    attr->prev = last;
    (last == nullptr ? token.attr_first : last->next) = attr;
    last = attr;
  }
  if (last == nullptr) {
    token.attr_first = nullptr;
  } else {
    last->next = nullptr;
  }
  token.attr_last = last;
}

constexpr std::string_view kLinkedData = "ld+json";

bool is_unread(const lxb_html_token_t& token) {
  if (!is_start_tag(token)) return false;
  if (token.tag_id == LXB_TAG_STYLE) return true;
  if (token.tag_id != LXB_TAG_SCRIPT) return false;
  for (const lxb_html_token_attr_t* attr = token.attr_first; attr != nullptr; attr = attr->next) {
    if (attr->value == nullptr) continue;
    const std::string_view value(reinterpret_cast<const char*>(attr->value), attr->value_size);
    if (value.find(kLinkedData) != std::string_view::npos) return false;
  }
  return true;
}

// Scripts and styles are most of a page's bytes: their text is not copied into the tree. A start
// tag past the limits never reaches the tree; its content joins the deepest element allowed. Past
// the budget only the end of file passes: a status set here instead would make lexbor throw the
// document away.
lxb_html_token_t* guarded(lxb_html_tokenizer_t* tokenizer, lxb_html_token_t* token, void* context) {
  auto& guard = *static_cast<Guard*>(context);
  if (++guard.tokens > guard.limits.tokens && token->tag_id != LXB_TAG__END_OF_FILE) return token;
  if (token->tag_id == LXB_TAG__TEXT) {
    if (guard.in_unread) return token;
  } else {
    guard.in_unread = is_unread(*token);
    guard.unread = token->tag_id;
  }
  cut_attributes(*token, guard.limits.attributes);
  if (guard.unscripted == Unscripted::shown &&
      (token->tag_id == LXB_TAG_NOSCRIPT || token->tag_id == LXB_TAG_TEMPLATE)) {
    token->tag_id = LXB_TAG_DIV;
  }
  const lxb_html_tree_t* tree = tokenizer->tree;
  const bool too_deep = lexbor_array_length(tree->open_elements) >= guard.limits.depth;
  const bool too_formatted =
      is_formatting(token->tag_id) &&
      lexbor_array_length(tree->active_formatting) >= guard.limits.formatting;
  if ((too_deep || too_formatted) && is_start_tag(*token) && !lxb_html_tag_is_void(token->tag_id) &&
      !is_raw_text(token->tag_id)) {
    return token;
  }
  return guard.next(tokenizer, token, guard.next_context);
}

// --- From lexbor's tree to the flat page.

constexpr std::array<Tag, LXB_TAG__LAST_ENTRY> make_tags() {
  std::array<Tag, LXB_TAG__LAST_ENTRY> tags{};
  for (Tag& tag : tags) tag = Tag::other;
  const auto set = [&](int id, Tag tag) { tags[static_cast<std::size_t>(id)] = tag; };
  set(LXB_TAG__TEXT, Tag::text);
  set(LXB_TAG_A, Tag::a);
  set(LXB_TAG_ABBR, Tag::abbr);
  set(LXB_TAG_ADDRESS, Tag::address);
  set(LXB_TAG_ARTICLE, Tag::article);
  set(LXB_TAG_ASIDE, Tag::aside);
  set(LXB_TAG_B, Tag::b);
  set(LXB_TAG_BIG, Tag::big);
  set(LXB_TAG_BLOCKQUOTE, Tag::blockquote);
  set(LXB_TAG_BODY, Tag::body);
  set(LXB_TAG_BR, Tag::br);
  set(LXB_TAG_BUTTON, Tag::button);
  set(LXB_TAG_CENTER, Tag::center);
  set(LXB_TAG_CITE, Tag::cite);
  set(LXB_TAG_CODE, Tag::code);
  set(LXB_TAG_DD, Tag::dd);
  set(LXB_TAG_DETAILS, Tag::details);
  set(LXB_TAG_DIALOG, Tag::dialog);
  set(LXB_TAG_DIV, Tag::div);
  set(LXB_TAG_DL, Tag::dl);
  set(LXB_TAG_DT, Tag::dt);
  set(LXB_TAG_EM, Tag::em);
  set(LXB_TAG_FIELDSET, Tag::fieldset);
  set(LXB_TAG_FIGCAPTION, Tag::figcaption);
  set(LXB_TAG_FIGURE, Tag::figure);
  set(LXB_TAG_FONT, Tag::font);
  set(LXB_TAG_FOOTER, Tag::footer);
  set(LXB_TAG_FORM, Tag::form);
  set(LXB_TAG_H1, Tag::h1);
  set(LXB_TAG_H2, Tag::h2);
  set(LXB_TAG_H3, Tag::h3);
  set(LXB_TAG_H4, Tag::h4);
  set(LXB_TAG_H5, Tag::h5);
  set(LXB_TAG_H6, Tag::h6);
  set(LXB_TAG_HEAD, Tag::head);
  set(LXB_TAG_HEADER, Tag::header);
  set(LXB_TAG_HR, Tag::hr);
  set(LXB_TAG_HTML, Tag::html);
  set(LXB_TAG_I, Tag::i);
  set(LXB_TAG_IMG, Tag::img);
  set(LXB_TAG_KBD, Tag::kbd);
  set(LXB_TAG_LABEL, Tag::label);
  set(LXB_TAG_LI, Tag::li);
  set(LXB_TAG_LINK, Tag::link);
  set(LXB_TAG_MAIN, Tag::main);
  set(LXB_TAG_MARK, Tag::mark);
  set(LXB_TAG_META, Tag::meta);
  set(LXB_TAG_NAV, Tag::nav);
  set(LXB_TAG_OL, Tag::ol);
  set(LXB_TAG_P, Tag::p);
  set(LXB_TAG_PRE, Tag::pre);
  set(LXB_TAG_Q, Tag::q);
  set(LXB_TAG_S, Tag::s);
  set(LXB_TAG_SCRIPT, Tag::script);
  set(LXB_TAG_SECTION, Tag::section);
  set(LXB_TAG_SMALL, Tag::small);
  set(LXB_TAG_SPAN, Tag::span);
  set(LXB_TAG_STRONG, Tag::strong);
  set(LXB_TAG_SUB, Tag::sub);
  set(LXB_TAG_SUMMARY, Tag::summary);
  set(LXB_TAG_SUP, Tag::sup);
  set(LXB_TAG_TABLE, Tag::table);
  set(LXB_TAG_TBODY, Tag::tbody);
  set(LXB_TAG_TD, Tag::td);
  set(LXB_TAG_TH, Tag::th);
  set(LXB_TAG_TIME, Tag::time);
  set(LXB_TAG_TITLE, Tag::title);
  set(LXB_TAG_TR, Tag::tr);
  set(LXB_TAG_U, Tag::u);
  set(LXB_TAG_UL, Tag::ul);
  set(LXB_TAG_VIDEO, Tag::video);
  // Unknown inline elements must not break a line.
  for (const int id : {LXB_TAG_ACRONYM, LXB_TAG_BDI, LXB_TAG_BDO, LXB_TAG_DATA, LXB_TAG_DEL,
                       LXB_TAG_DFN, LXB_TAG_INS, LXB_TAG_NOBR, LXB_TAG_RUBY, LXB_TAG_SAMP,
                       LXB_TAG_STRIKE, LXB_TAG_TT, LXB_TAG_VAR, LXB_TAG_WBR, LXB_TAG_SLOT}) {
    set(id, Tag::span);
  }
  return tags;
}

constexpr auto kTags = make_tags();

bool is_text(const lxb_dom_node_t* node) {
  if (node == nullptr || node->type != LXB_DOM_NODE_TYPE_TEXT) return false;
  const lexbor_str_t& text = reinterpret_cast<const lxb_dom_character_data_t*>(node)->data;
  return std::any_of(text.data, text.data + text.length,
                     [](lxb_char_t c) { return !is_ascii_space(static_cast<char>(c)); });
}

// An element that a page's scripts define lies across the page like a block, unless it stands in a
// line among text.
bool is_block(const lxb_dom_node_t* custom, Tag parent) {
  if ((is_inline(parent) && parent != Tag::other) || parent == Tag::p || is_heading(parent)) {
    return false;
  }
  if (is_text(custom->prev) || is_text(custom->next)) return false;
  std::size_t length = 0;
  const lxb_char_t* name = lxb_tag_name_by_id(custom->local_name, &length);
  return name != nullptr && std::memchr(name, '-', length) != nullptr;
}

// Elements whose text nobody reads as part of a page.
bool is_skipped(const lxb_dom_node_t* node) {
  if (node->type == LXB_DOM_NODE_TYPE_TEXT) return false;
  if (node->type != LXB_DOM_NODE_TYPE_ELEMENT || node->ns != LXB_NS_HTML) return true;
  switch (node->local_name) {
    case LXB_TAG_STYLE:
    case LXB_TAG_NOSCRIPT:
    case LXB_TAG_TEMPLATE:
    case LXB_TAG_IFRAME:
    case LXB_TAG_OBJECT:
    case LXB_TAG_APPLET:
    case LXB_TAG_EMBED:
    case LXB_TAG_CANVAS:
    case LXB_TAG_AUDIO:
    case LXB_TAG_SELECT:
    case LXB_TAG_DATALIST:
    case LXB_TAG_OPTION:
    case LXB_TAG_TEXTAREA:
    case LXB_TAG_INPUT:
    case LXB_TAG_NOEMBED:
    case LXB_TAG_NOFRAMES:
    case LXB_TAG_RP:
    case LXB_TAG_RT:
    case LXB_TAG_MAP:
      return true;
    default:
      return false;
  }
}

class Flattener {
 public:
  Flattener(Page& page, lexbor_hash_t* attributes) : page_(page), attributes_(attributes) {}
  void flatten(lxb_dom_node_t* root);

 private:
  Span keep(const lexbor_str_t& text) {
    const auto begin = static_cast<std::uint32_t>(page_.characters.size());
    page_.characters.append(reinterpret_cast<const char*>(text.data), text.length);
    return {begin, static_cast<std::uint32_t>(page_.characters.size())};
  }
  std::uint32_t add(lxb_dom_node_t* node, std::uint32_t parent);
  void add_attributes(lxb_dom_node_t* node, Node& out);
  bool is_linked_data(std::uint32_t script) const;
  Roles known_roles(Span value);

  // The last value of each hash: most elements of a page share a few classes.
  struct Remembered {
    Span value;
    Roles roles = 0;
  };

  Page& page_;
  lexbor_hash_t* attributes_;  // lexbor's names of attributes by id
  std::array<Remembered, 1024> remembered_{};
};

Roles Flattener::known_roles(Span value) {
  const std::string_view words = cut(page_.characters, value);
  if (words.empty()) return 0;
  Remembered& last = remembered_[std::hash<std::string_view>{}(words) % remembered_.size()];
  if (cut(page_.characters, last.value) != words) last = {value, roles_of(words)};
  return last.roles;
}

void Flattener::add_attributes(lxb_dom_node_t* node, Node& out) {
  out.first_attribute = static_cast<std::uint32_t>(page_.attributes.size());
  lxb_dom_attr_t* attr = lxb_dom_interface_element(node)->first_attr;
  for (; attr != nullptr; attr = attr->next) {
    const Attribute name =
        attribute_of(lxb_dom_attr_data_by_id(attributes_, attr->node.local_name));
    if (name == Attribute::unknown) continue;
    AttributeValue value{name, attr->value != nullptr ? keep(*attr->value) : Span{}};
    if (name == Attribute::class_ || name == Attribute::id) value.roles = known_roles(value.value);
    page_.attributes.push_back(value);
  }
  out.attribute_count = static_cast<std::uint32_t>(page_.attributes.size()) - out.first_attribute;
}

std::uint32_t Flattener::add(lxb_dom_node_t* node, std::uint32_t parent) {
  const auto index = static_cast<std::uint32_t>(page_.nodes.size());
  Node out;
  out.parent = parent;
  out.end = index + 1;
  if (node->type == LXB_DOM_NODE_TYPE_TEXT) {
    out.tag = Tag::text;
    out.text = keep(lxb_dom_interface_character_data(node)->data);
  } else {
    if (node->local_name < kTags.size()) {
      out.tag = kTags[node->local_name];
    } else if (is_block(node, page_.nodes[parent].tag)) {
      out.tag = Tag::div;
    }
    add_attributes(node, out);
  }
  page_.nodes.push_back(out);
  return index;
}

bool Flattener::is_linked_data(std::uint32_t script) const {
  return page_.attribute(script, Attribute::type).find(kLinkedData) != std::string_view::npos;
}

// Invariant: `open` is the flat index of `node`'s parent, whose `end` is set when it is left.
void Flattener::flatten(lxb_dom_node_t* root) {
  page_.nodes.push_back({});
  std::uint32_t open = 0;
  lxb_dom_node_t* node = root->first_child;
  while (node != nullptr) {
    if (!is_skipped(node)) {
      const std::uint32_t index = add(node, open);
      const bool enter = page_.nodes[index].tag != Tag::script || is_linked_data(index);
      if (enter && node->type == LXB_DOM_NODE_TYPE_ELEMENT && node->first_child != nullptr) {
        open = index;
        node = node->first_child;
        continue;
      }
    }
    while (node != root && node->next == nullptr) {
      node = node->parent;
      page_.nodes[open].end = static_cast<std::uint32_t>(page_.nodes.size());
      open = page_.nodes[open].parent;
    }
    if (node == root) break;
    node = node->next;
  }
  page_.nodes[0].end = static_cast<std::uint32_t>(page_.nodes.size());
}

// --- The seam.

struct FreeParser {
  void operator()(lxb_html_parser_t* parser) const { lxb_html_parser_destroy(parser); }
};
struct FreeDocument {
  void operator()(lxb_html_document_t* document) const { lxb_html_document_destroy(document); }
};

// Right behind the start tag of a script or style, before any of its text.
bool is_before_raw_text(const lxb_html_tokenizer_t& tokenizer) {
  return tokenizer.state == lxb_html_tokenizer_state_script_data_before ||
         tokenizer.state == lxb_html_tokenizer_state_rawtext_before;
}

// lexbor keeps the names of a page's tags and attributes in tables that do not grow: a page of many
// names, in one tag or in many, takes a time that is quadratic in them. So long pages get wider
// tables and are parsed in pieces, between which the names are counted.
bool widen(lexbor_hash_t*& names, std::size_t entry_bytes) {
  constexpr std::size_t kSlots = 1 << 14;
  names = lexbor_hash_destroy(names, true);
  names = lexbor_hash_create();
  return lexbor_hash_init(names, kSlots, entry_bytes) == LXB_STATUS_OK;
}

bool widen_names(std::size_t bytes, lxb_html_parser_t& parser, lxb_html_document_t& document) {
  constexpr std::size_t kLong = 1 << 18;
  if (bytes < kLong) return true;
  lxb_dom_document_t& dom = document.dom_document;
  if (!widen(dom.tags, sizeof(lxb_tag_data_t)) || !widen(dom.attrs, sizeof(lxb_dom_attr_data_t))) {
    return false;
  }
  lxb_html_tokenizer_tags_set(parser.tkz, dom.tags);
  lxb_html_tokenizer_attrs_set(parser.tkz, dom.attrs);
  return true;
}

std::size_t names_of(const lxb_html_document_t& document) {
  return lexbor_dobject_allocated(document.dom_document.tags->entries) +
         lexbor_dobject_allocated(document.dom_document.attrs->entries);
}

class LexborParser final : public HtmlParser {
 public:
  explicit LexborParser(ParseLimits limits) : limits_(limits) {}

  Result<Page> parse(std::string_view utf8, Unscripted unscripted) override {
    const std::unique_ptr<lxb_html_parser_t, FreeParser> parser(lxb_html_parser_create());
    if (parser == nullptr || lxb_html_parser_init(parser.get()) != LXB_STATUS_OK) {
      return failure(Fault::unreadable, "the HTML parser could not be set up");
    }
    const std::unique_ptr<lxb_html_document_t, FreeDocument> document(
        lxb_html_parse_chunk_begin(parser.get()));
    if (document == nullptr || !widen_names(utf8.size(), *parser, *document)) {
      return failure(Fault::unreadable, "the HTML parser could not be set up");
    }
    Guard guard{parser->tkz->callback_token_done, parser->tkz->callback_token_ctx, limits_,
                unscripted};
    lxb_html_tokenizer_callback_token_done_set(parser->tkz, guarded, &guard);
    Pieces pieces(utf8);
    while (!pieces.done()) {
      if (names_of(*document) > limits_.names) {
        return failure(Fault::too_large, "the page has too many names of tags and attributes");
      }
      const std::string_view piece = pieces.next();
      if (lxb_html_parse_chunk_process(parser.get(),
                                       reinterpret_cast<const lxb_char_t*>(piece.data()),
                                       piece.size()) != LXB_STATUS_OK) {
        return failure(Fault::malformed, "the HTML parser gave no document");
      }
      if (guard.in_unread && is_before_raw_text(*parser->tkz)) {
        pieces.skip_raw_text(guard.unread == LXB_TAG_STYLE ? "style" : "script");
      }
    }
    if (lxb_html_parse_chunk_end(parser.get()) != LXB_STATUS_OK) {
      return failure(Fault::malformed, "the HTML parser gave no document");
    }
    Page page;
    page.truncated = guard.tokens > limits_.tokens;
    page.characters.reserve(utf8.size() / 2);
    page.nodes.reserve(utf8.size() / 50);
    Flattener(page, document->dom_document.attrs).flatten(lxb_dom_interface_node(document.get()));
    return page;
  }

 private:
  ParseLimits limits_;
};

}  // namespace

std::unique_ptr<HtmlParser> make_html_parser(ParseLimits limits) {
  return std::make_unique<LexborParser>(limits);
}

}  // namespace stemma::html
