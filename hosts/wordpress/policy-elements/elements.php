<?php
/** The elements in a page: a shortcode for each, and a block for the whole policy. */

namespace PolicyElements;

defined( 'ABSPATH' ) || exit;

const TAGS = array(
	'policy-viewer',
	'policy-acknowledgement',
	'policy-changes',
	'policy-check',
	'policy-contacts',
	'policy-faq',
	'policy-guidelines',
	'policy-mandates',
	'policy-notice',
	'policy-platforms',
	'policy-profiles',
	'policy-quiz',
	'policy-reactions',
	'policy-reporting',
	'policy-rollout',
	'policy-rules',
	'policy-search',
	'policy-section',
	'policy-text',
	'policy-tip',
	'policy-trainings',
);

/** What an author may say of an element. Where a confirmation goes is not for authors to say. */
const ATTRIBUTES = array(
	'src',
	'href',
	'lang',
	'audience',
	'hide',
	'section',
	'sections',
	'known-version',
	'heading-level',
	'reading',
	'presenter',
	'every',
	'kinds',
);

/** The script itself: built files, which are copied here by hand. */
const SCRIPT = 'assets/policy-elements.js';

const MODULES = array( 'policy-elements', 'policy-elements-acknowledge' );

function register() {
	foreach ( TAGS as $tag ) {
		add_shortcode( $tag, __NAMESPACE__ . '\\shortcode' );
	}
	wp_register_style( 'policy-elements', plugins_url( 'elements.css', __FILE__ ), array(), (string) filemtime( __DIR__ . '/elements.css' ) );
	script( 'policy-elements', SCRIPT );
	script( 'policy-elements-acknowledge', 'acknowledge.js' );
	script( 'policy-elements-block', 'block.js', array( 'wp-blocks', 'wp-block-editor', 'wp-components', 'wp-element', 'wp-i18n' ) );
	wp_set_script_translations( 'policy-elements-block', 'policy-elements' );
	register_block_type(
		'policy-elements/viewer',
		array(
			'api_version'     => 2,
			'editor_script'   => 'policy-elements-block',
			'render_callback' => __NAMESPACE__ . '\\block',
			'supports'        => array(
				'align' => array( 'wide', 'full' ),
				'html'  => false,
			),
			'attributes'      => array(
				'src'   => array( 'type' => 'string' ),
				'lang'  => array( 'type' => 'string' ),
				'align' => array( 'type' => 'string' ),
			),
		)
	);
}

function script( $handle, $path, $needs = array() ) {
	$file = __DIR__ . '/' . $path;
	wp_register_script( $handle, plugins_url( $path, __FILE__ ), $needs, is_file( $file ) ? filemtime( $file ) : null, true );
}

/** Our own scripts are modules; WordPress before 6.5 has no way to say so. */
function as_module( $tag, $handle, $src ) {
	return in_array( $handle, MODULES, true )
		? wp_get_script_tag(
			array(
				'type' => 'module',
				'id'   => $handle . '-js',
				'src'  => $src,
			)
		)
		: $tag;
}

/** `[policy-viewer src="/policies/social-media.json"]`; what stands between the tags is the fallback. */
function shortcode( $given, $content, $tag ) {
	$given = is_array( $given ) ? $given : array();
	return element( $tag, $given, do_shortcode( (string) $content ), isset( $given['align'] ) ? $given['align'] : '' );
}

function block( $given ) {
	return element( 'policy-viewer', $given, '', isset( $given['align'] ) ? $given['align'] : '' );
}

function element( $tag, $given, $fallback, $align ) {
	$attributes = array_filter( array_intersect_key( $given, array_flip( ATTRIBUTES ) ), 'strlen' );
	if ( ! isset( $attributes['src'] ) || ! on_this_site( $attributes['src'] ) ) {
		return '<p>' . esc_html__( 'The address of the policy (src) has to be one on this site, for instance /policies/social-media.json.', 'policy-elements' ) . '</p>';
	}
	// Readers have what stands between the tags.
	if ( ! has_assets() && current_user_can( 'edit_post', get_the_ID() ) ) {
		return '<p>' . esc_html( missing() ) . '</p>';
	}
	if ( 'policy-notice' === $tag && ! can_acknowledge() ) {
		return '';
	}
	if ( in_array( $tag, array( 'policy-viewer', 'policy-acknowledgement', 'policy-notice' ), true ) ) {
		$attributes = acknowledging( $attributes );
	}
	$attributes['class'] = 'policy-elements' . ( in_array( $align, array( 'wide', 'full' ), true ) ? " align$align" : '' );
	if ( has_assets() ) {
		wp_enqueue_script( 'policy-elements' );
	}
	at_home();
	return sprintf( '<%1$s%2$s>%3$s</%1$s>', $tag, written( $attributes ), wp_kses_post( $fallback ) );
}

function has_assets() {
	return is_readable( __DIR__ . '/' . SCRIPT );
}

function missing() {
	return __( 'The folder assets of the plugin is missing: see docs/hosts.md.', 'policy-elements' );
}

/** For who activates the plugin, where they do that. */
function notice() {
	if ( has_assets() || 'plugins' !== get_current_screen()->id || ! current_user_can( 'activate_plugins' ) ) {
		return;
	}
	printf( '<div class="notice notice-error"><p>Policy Elements: %s</p></div>', esc_html( missing() ) );
}

/** Who is signed in can confirm; nobody else is asked to. */
function can_acknowledge() {
	return server() && is_user_logged_in();
}

function acknowledging( $attributes ) {
	if ( ! can_acknowledge() ) {
		$hide = isset( $attributes['hide'] ) ? $attributes['hide'] . ' ' : '';
		return array( 'hide' => $hide . 'acknowledgement' ) + $attributes;
	}
	wp_enqueue_script( 'policy-elements-acknowledge' );
	return $attributes + array(
		'endpoint'             => rest_url( ROUTE ),
		'data-policy-nonce'    => wp_create_nonce( 'wp_rest' ),
		'data-policy-renewal'  => admin_url( 'admin-ajax.php?action=rest-nonce', 'relative' ),
	);
}

/** The typeface of a block theme; a theme of another kind says it in its own stylesheet. */
function at_home() {
	if ( wp_style_is( 'policy-elements' ) ) {
		return;
	}
	wp_enqueue_style( 'policy-elements' );
	$family = wp_get_global_styles( array( 'typography', 'fontFamily' ) );
	if ( is_string( $family ) && preg_match( '/^[\w\s,\'"().-]+$/', $family ) ) {
		wp_add_inline_style( 'policy-elements', ".policy-elements { --policy-font-family: $family }" );
	}
}

/** A path, or the whole address of a file on this site: authors bring in no text from elsewhere. */
function on_this_site( $src ) {
	if ( preg_match( '/[\\\\\x00-\x20]/', $src ) ) {
		return false;
	}
	$home = untrailingslashit( home_url() );
	return preg_match( '#^/(?!/)#', $src ) || 0 === strpos( $src, $home . '/' );
}

function written( $attributes ) {
	$text = '';
	foreach ( $attributes as $name => $value ) {
		$text .= sprintf( ' %s="%s"', $name, esc_attr( $value ) );
	}
	return $text;
}
